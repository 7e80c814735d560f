// SPDX-License-Identifier: Apache-2.0
// usage: tools/test-fsync-order
// Watches the system calls of the running server: before each "201 Created" leaves, a sync of the write-ahead log lies
// that began after the request had come in. Prints one line of JSON; fails when an answer was sent before its sync.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestServer } from '../harness.ts';

const writers = 8;
const each = 25;
const calls = 'fdatasync,fsync,read,recvmsg,recvfrom,readv,write,sendmsg,sendto,writev';

/// One system call: from `began` to `ended`, which are line numbers of the trace and therefore in order.
type Call = { name: string; text: string; began: number; ended: number };

/// Puts together what strace writes in two lines because another thread came in between.
function parse(trace: string): Call[] {
  const done: Call[] = [];
  const unfinished = new Map<string, Call>();
  trace.split('\n').forEach((line, at) => {
    const thread = line.split(' ', 1)[0]!;
    const resumed = /<\.\.\. (\w+) resumed>(.*)/.exec(line);
    const started = /^\d+\s+(\w+)\((.*)/.exec(line);
    if (resumed) {
      const call = unfinished.get(thread);
      if (call) done.push({ ...call, text: call.text + resumed[2], ended: at });
      unfinished.delete(thread);
    } else if (started) {
      const call = { name: started[1]!, text: started[2]!, began: at, ended: at };
      if (line.includes('<unfinished ...>')) unfinished.set(thread, call);
      else done.push(call);
    }
  });
  return done.sort((a, b) => a.ended - b.ended);
}

const connection = (call: Call) => /socket:\[\d+\]|TCP:\[[^\]]+\]/.exec(call.text)?.[0] ?? '';
const isSync = (call: Call) =>
  /^f(data)?sync$/.test(call.name) && call.text.includes('-wal>') && / = 0\b/.test(call.text);

function judge(trace: string) {
  const calls = parse(trace);
  const syncs = calls.filter(isSync);
  const received = new Map<string, number>();
  let acknowledged = 0;
  let early = 0;
  for (const call of calls) {
    if (call.text.includes('POST /api/organizations')) received.set(connection(call), call.ended);
    if (!call.text.includes('"HTTP/1.1 201')) continue;
    acknowledged++;
    const since = received.get(connection(call)) ?? Number.POSITIVE_INFINITY;
    if (!syncs.some((sync) => sync.began > since && sync.ended < call.began)) early++;
  }
  return { acknowledged, syncs: syncs.length, answered_before_sync: early };
}

const file = join(tmpdir(), `konbit-trace-${process.pid}`);
const server = await TestServer.start(['--demo', '--requests-per-minute', '1000000000']);
try {
  const editor = await server.as('renata@region.example');
  const strace = spawn('strace', ['-f', '-yy', '-s', '64', '-e', `trace=${calls}`, '-o', file, '-p', String(server.pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(strace.stderr, 'data'); // "attached"
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let number = 0; number < each; number++) {
        const body = { name: `Synced ${writer} ${number}`, kind: 'firm', country_code: 'LC' };
        const answer = await editor.post('/api/organizations', body);
        if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
      }
    }),
  );
  strace.kill('SIGINT');
  await once(strace, 'exit');
  const verdict = judge(readFileSync(file, 'utf8'));
  console.log(JSON.stringify(verdict));
  const good = verdict.answered_before_sync === 0 && verdict.acknowledged === writers * each && verdict.syncs > 0;
  process.exitCode = good ? 0 : 1;
} finally {
  await server.stop();
  rmSync(file, { force: true });
}
