// SPDX-License-Identifier: Apache-2.0
// usage: node bench/http/cold_start.ts URL COMMAND...   milliseconds from starting COMMAND to its first good answer at URL
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';

const [url, command, ...words] = process.argv.slice(2) as [string, string, ...string[]];

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}

const began = performance.now();
const server = spawn(command, words, { stdio: 'ignore' });
while (!(await answers())) {
  if (server.exitCode !== null || performance.now() - began > 60_000) throw new Error('the server did not come up');
  await new Promise((resolve) => setTimeout(resolve, 1));
}
console.log((performance.now() - began).toFixed(0));
server.kill();
await once(server, 'exit');
