// SPDX-License-Identifier: Apache-2.0
import { connect, createServer, type Server } from 'node:net';
import { freePort } from '../harness.ts';

/// Stands before the server and counts every byte that travels either way: pages, headers, answers, and what the service
/// worker fetches by itself.
export class CountingProxy {
  bytes = 0;
  base: string;
  private server: Server;

  private constructor(port: number, server: Server) {
    this.base = `http://127.0.0.1:${port}`;
    this.server = server;
  }

  static async before(target: number): Promise<CountingProxy> {
    const port = await freePort();
    const server = createServer();
    const proxy = new CountingProxy(port, server);
    server.on('connection', (visitor) => {
      const behind = connect(target, '127.0.0.1');
      for (const [from, to] of [[visitor, behind], [behind, visitor]] as const) {
        from.on('data', (chunk) => {
          proxy.bytes += chunk.length;
          to.write(chunk);
        });
        from.on('end', () => to.end());
        from.on('error', () => to.destroy());
      }
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return proxy;
  }

  close() {
    this.server.close();
  }
}
