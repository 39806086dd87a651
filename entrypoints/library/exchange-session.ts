import type { Job, Report } from './exchange-protocol';

/** The page's end of the worker. One job at a time. */
export interface ExchangeSession {
  /** Gives a job; its reports come to `onReport`. */
  start(job: Job): void;
  /** Ends the worker. What it was storing is stored whole or not at all. */
  stop(): void;
}

/** A session of one dialog. The worker starts with the first job. */
export function createExchangeSession(onReport: (report: Report) => void): ExchangeSession {
  let worker: Worker | null = null;
  return {
    start(job) {
      if (worker === null) {
        worker = new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' });
        worker.addEventListener('message', (event: MessageEvent<Report>) => onReport(event.data));
        worker.addEventListener('error', (event) => {
          onReport({ said: 'failed', message: event.message });
        });
      }
      worker.postMessage(job);
    },
    stop() {
      worker?.terminate();
      worker = null;
    },
  };
}
