import type { IndexHead, IndexWords } from '@/core/search/library-index';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createSnapshotStore } from '@/platform/storage/snapshot-store';
import type { FromIndex, ToIndex } from './index-protocol';
import { createIndexWork, type IndexWork } from './index-work';

/* The worker that holds the library's index (see index-protocol.ts). */

const send = (message: FromIndex) => self.postMessage(message);
let work: IndexWork | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToIndex>) => {
  if ('names' in data) {
    const { names } = data;
    work = createIndexWork(
      createAnnotationStore(createConnection()),
      createSnapshotStore<IndexHead, IndexWords>(),
      (id) => names[id] ?? [id],
      (state) => send({ said: 'state', state }),
    );
    return;
  }
  const { number } = data;
  // `never`: name and question belong together, which the union says and a call cannot.
  void work?.(data.name, data.ask as never).then(
    (answer) => send({ said: 'answer', number, answer }),
    (fault: unknown) =>
      send({
        said: 'fault',
        number,
        message: fault instanceof Error ? fault.message : String(fault),
      }),
  );
});
