import type { IndexPort } from './library-store';

/** The worker that holds the library's index, for as long as the page is open. */
export function createIndexPort(): IndexPort {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (take) => {
      worker.addEventListener('message', (event) => take(event.data));
      worker.addEventListener('error', ({ message }) => {
        take({ said: 'state', state: { phase: 'failed', message } });
      });
    },
  };
}
