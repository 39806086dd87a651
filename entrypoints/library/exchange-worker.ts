import type { ByteSource } from '@/core/exchange/lines';
import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import { createOwnStore } from '@/platform/storage/own-store';
import type { Job, Report } from './exchange-protocol';
import { createExchangeWork } from './exchange-work';
import { createOwnExchange } from './own-exchange';

/* The library's worker: long work happens here (see exchange-protocol.ts). */

const send = (report: Report) => self.postMessage(report);
const connection = createConnection();
const work = createExchangeWork(
  createAnnotationStore(connection),
  createOwnExchange(createOwnStore(connection)),
  send,
  open,
);

self.addEventListener('message', (event: MessageEvent<Job>) => void work(event.data));

/** Reads at once, as only a worker may: a transaction would end while it waits for a file. */
async function open(file: Blob): Promise<ByteSource> {
  const reader = new FileReaderSync();
  return {
    size: file.size,
    slice: (from, to) => new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to))),
  };
}
