// SPDX-License-Identifier: Apache-2.0
// A bare connection, for bytes that no client library would send.
import { connect } from 'node:net';

/// Sends the bytes, in pieces when there are several, and reads until the server closes or says nothing for `quiet_ms`.
/// @returns All that came, byte for byte (latin-1).
export async function exchange(port: number, pieces: string | string[], quiet_ms = 1_500): Promise<string> {
  return (await conversation(port, pieces, quiet_ms)).text;
}

/// The same, and whether the server has closed the connection.
export function conversation(port: number, pieces: string | string[], quiet_ms = 1_500): Promise<{ text: string; closed: boolean }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    const end = (closed: boolean) => {
      socket.destroy();
      resolve({ text, closed });
    };
    socket.setTimeout(quiet_ms, () => end(false));
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => end(true));
    socket.on('error', (error: NodeJS.ErrnoException) => (['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? end(true) : reject(error)));
    socket.on('connect', async () => {
      for (const piece of [pieces].flat()) {
        if (!socket.destroyed) socket.write(Buffer.from(piece, 'latin1'));
        await new Promise((next) => setImmediate(next));
      }
    });
  });
}

/// The status of each answer in what came, in order.
export const statuses = (text: string): number[] => [...text.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) => Number(status));
