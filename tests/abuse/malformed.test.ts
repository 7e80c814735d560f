// SPDX-License-Identifier: Apache-2.0
// Malformed requests against the real server: refused in words, the connection closed, and what stands behind them on
// the same connection answered to nobody.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { TestServer } from '../harness.ts';
import { refused, taken, type Case } from './malformed.ts';
import { conversation, statuses } from './wire.ts';

let server: TestServer;
before(async () => {
  server = await TestServer.start([]);
});
after(() => server?.stop());

const followUp = 'GET /robots.txt?follow-up HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

/// Asks all, a few at a time. @returns One line for each case that did not go as it should.
async function wrong(cases: Case[], judge: (found: Case, text: string, closed: boolean) => string): Promise<string[]> {
  const lines: string[] = [];
  const waiting = [...cases];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { text, closed } = await conversation(server.port, next.bytes + followUp);
      const complaint = judge(next, text, closed);
      if (complaint) lines.push(`${next.name}: ${complaint}`);
    }
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  return lines;
}

test('the table is as long as it says, and no case stands in it twice', () => {
  const names = [...refused, ...taken].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length >= 300, `${names.length} cases`);
});

test('every malformed request is refused, and the connection ends with it', async () => {
  const found = await wrong(refused, ({ status }, text, closed) => {
    const given = statuses(text);
    if (given.length !== 1 || !status.includes(given[0]!)) return `answered ${given.join(' and ') || 'nothing'}, not ${status.join(' or ')}`;
    return closed ? '' : 'the connection stays open';
  });
  assert.deepEqual(found, []);
});

test('odd requests are read as they are meant, and the next one is itself', async () => {
  const found = await wrong(taken, ({ status }, text) => {
    const given = statuses(text);
    if (given.length !== 2 || !status.includes(given[0]!)) return `answered ${given.join(' and ') || 'nothing'}, not ${status.join(' or ')} and 200`;
    return given[1] === 200 && text.includes('User-agent') ? '' : 'what follows is not answered as itself';
  });
  assert.deepEqual(found, []);
  assert.ok(!server.log.includes('smuggled'), 'a hidden request has been answered');
});

test('a method override changes no method', async () => {
  for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method'])
    for (const method of ['DELETE', 'POST', 'PUT']) {
      const answer = await server.client().get('/about?_method=DELETE', { headers: { [name]: method } });
      assert.equal(answer.status, 200, `${name}: ${method}`);
    }
});

const resident_mb = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1024;

/// Sends without end until the server closes or so many bytes have left. @returns What it answered.
function flood(head: string, piece: string, most_bytes: number): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    let sent = 0;
    const socket = connect(server.port, '127.0.0.1');
    const done = () => (socket.destroy(), resolve(text));
    const pour = () => {
      while (sent < most_bytes && !socket.destroyed && socket.writable) {
        sent += piece.length;
        if (!socket.write(piece)) return void socket.once('drain', pour);
      }
      if (sent >= most_bytes) socket.end();
    };
    socket.on('data', (chunk) => (text += chunk)).on('end', done).on('close', done).on('error', done);
    socket.on('connect', () => (socket.write(head), pour()));
  });
}

test('what is too large costs no memory, whether it says so or not', async () => {
  const before = resident_mb();
  const lines = 'POST /report HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const megabyte = 'a'.repeat(1024 * 1024);
  const chunk = `100000\r\n${megabyte}\r\n`;
  for (const [framing, piece] of [['Content-Length: 10737418240', megabyte], ['Transfer-Encoding: chunked', chunk]] as const) {
    // Whoever pours on after the answer is cut off, and may not get to read it.
    const given = statuses(await flood(`${lines}${framing}\r\n\r\n`, piece, 32 * piece.length));
    assert.ok(given.length <= 1 && given.every((status) => status === 413), `${framing}: ${given}`);
  }
  assert.ok(resident_mb() - before < 16, `grew by ${resident_mb() - before} MB`);
});

test('JSON that is nested or repeated without end is refused, and costs no memory', async () => {
  const before = resident_mb();
  const bodies = {
    'nested lists': '['.repeat(100_000) + ']'.repeat(100_000),
    'nested objects': '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000),
    'lists without end': '['.repeat(400_000),
    'many keys': `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
    'one key many times': `{${'"email":"a",'.repeat(60_000)}"email":"b"}`,
    'a long number': `{"email":${'9'.repeat(500_000)}}`,
    'a long text': `{"email":"${'a'.repeat(900_000)}","password":"b"}`,
    'a broken escape': '{"email":"\\ud800","password":"b"}',
    'a byte that is no UTF-8': '{"email":"\xff","password":"b"}',
    'two values': '{} {}',
    'nothing': '',
    'a comment': '{/* */}',
    'not a number': '{"email":NaN}',
  };
  for (const [name, bytes] of Object.entries(bodies)) {
    const answer = await server.client().request('POST', '/api/session', {
      raw: { type: 'application/json', bytes: Buffer.from(bytes, 'latin1') },
    });
    assert.ok([400, 401, 413, 422, 429].includes(answer.status), `${name}: ${answer.status}`);
  }
  assert.ok(resident_mb() - before < 48, `grew by ${resident_mb() - before} MB`);
});
