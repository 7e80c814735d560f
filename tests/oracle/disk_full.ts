// SPDX-License-Identifier: Apache-2.0
// usage: tools/test-disk-full   (TMPDIR is then a file system of its own, of 64 MB)
// Fills the disk below the server: writes are refused in words, reads go on, and writes come back by themselves once there
// is room. Prints one line of JSON; fails when an acknowledged record is missing or the file is damaged.
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Client, TestServer } from '../harness.ts';

const filler = join(tmpdir(), 'filler');
const spare = 2 * 1024 * 1024;

/// Leaves about `spare` bytes to the server.
function fillDisk() {
  const { bavail, bsize } = statfsSync(tmpdir());
  const file = openSync(filler, 'w');
  const block = Buffer.alloc(64 * 1024);
  for (let left = Number(bavail) * Number(bsize) - spare; left > 0; left -= block.length) writeSync(file, block);
  fsyncSync(file);
  closeSync(file);
}

const acknowledged: string[] = [];
async function add(client: Client, number: number): Promise<number> {
  const name = `Flood ${number}`;
  const body = { name, kind: 'firm', country_code: 'LC', description: { en: `${name} `.repeat(300) } };
  const answer = await client.post('/api/organizations', body);
  if (answer.status === 201) acknowledged.push(name);
  return answer.status;
}

async function until(client: Client, from: number, wanted: (status: number) => boolean): Promise<[number, number]> {
  for (let number = from; number < from + 5000; number++) {
    const status = await add(client, number);
    if (wanted(status)) return [status, number];
  }
  throw new Error('the disk never became full');
}

const server = await TestServer.start(['--demo', '--requests-per-minute', '1000000000']);
try {
  const editor = await server.as('renata@region.example');
  fillDisk();
  const [refusal, at] = await until(editor, 0, (status) => status !== 201);
  const again = await add(editor, at + 1);
  const reads = [await editor.get('/api/organizations?limit=5'), await server.client().get('/organizations')];
  rmSync(filler);
  const recovered = await add(editor, at + 2);
  await server.restart();

  const database = new DatabaseSync(join(server.folder, 'konbit.sqlite'));
  const stored = new Set(
    database.prepare("SELECT name FROM organizations WHERE name LIKE 'Flood %'").all().map((row) => row.name),
  );
  const [integrity] = Object.values(database.prepare('PRAGMA integrity_check').get()!);
  database.close();
  const verdict = {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((name) => !stored.has(name)).length,
    refused_with: [refusal, again],
    reads_when_full: reads.map((read) => read.status),
    first_write_with_room: recovered,
    integrity,
  };
  console.log(JSON.stringify(verdict));
  const refused = verdict.refused_with.every((status) => status === 503 || status === 507);
  const readable = verdict.reads_when_full.every((status) => status === 200);
  process.exitCode = refused && readable && recovered === 201 && verdict.lost === 0 && integrity === 'ok' ? 0 : 1;
} finally {
  await server.stop();
}
