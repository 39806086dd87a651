import { createAnnotationStore } from '@/platform/storage/annotation-store';
import { createConnection } from '@/platform/storage/database';
import type { Job, Report } from './exchange-protocol';
import { createExchangeWork } from './exchange-work';

/* The library's worker: long work happens here (see exchange-protocol.ts). */

const send = (report: Report) => self.postMessage(report);
const work = createExchangeWork(createAnnotationStore(createConnection()), send);

self.addEventListener('message', (event: MessageEvent<Job>) => void work(event.data));
