import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handle } from '@/tools/lib/serve';

/** A proxy that knows a few hosts, refuses all others, and remembers everything that it was asked for. */
export interface RecordingProxy {
  /** `host:port`. */
  readonly address: string;
  /** `METHOD address`, in the order of asking; a connection for TLS as `CONNECT host:port`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts one. `answer` gives the pages of hosts below `.example`; what it leaves is not found. */
export async function startRecordingProxy(answer: Handle): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (URL.canParse(request.url ?? '') && new URL(request.url ?? '').hostname.endsWith('.example'))
      if (answer(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
