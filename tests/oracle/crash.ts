// SPDX-License-Identifier: Apache-2.0
// usage: tools/test-crash [ROUNDS=20]
// Kills the server with SIGKILL while eight writers wait for their answers, starts it again on the same files, and
// compares: whatever was acknowledged is there exactly once. Prints one line of JSON; fails when anything is missing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { binary, TestServer } from '../harness.ts';
import { Additions } from './organizations.ts';
import { phones } from './taps.ts';

const rounds = Number(process.argv[2] ?? 20);
const editors = 6;
const tappers = 2;
const editor = { email: 'oracle@konbit.example', password: 'three-boats-before-sunrise' };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function addEditor(folder: string) {
  const words = ['user', 'add', '--data', folder, '--email', editor.email, '--name', 'Ines Weekes'];
  const made = spawnSync(binary, [...words, '--role', 'regional_editor', '--password', editor.password], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`konbit user add: ${made.stderr}`);
}

function inspect(folder: string) {
  const database = new DatabaseSync(join(folder, 'konbit.sqlite'));
  const rows = database.prepare("SELECT name, count(*) AS n FROM organizations WHERE name LIKE 'Oracle %' GROUP BY name");
  const stored = new Map(rows.all().map((row) => [String(row.name), Number(row.n)]));
  const [integrity] = Object.values(database.prepare('PRAGMA integrity_check').get()!);
  database.close();
  return { stored, integrity: String(integrity) };
}

const server = await TestServer.start(['--demo', '--requests-per-minute', '1000000000']);
try {
  await server.kill();
  addEditor(server.folder);
  await server.restart();
  const client = server.client();
  const signedIn = await client.post('/api/session', editor);
  if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.status} ${signedIn.text}`);

  const additions = new Additions();
  const telephones = await phones(server, tappers);
  const taps = () => telephones.reduce((sum, phone) => sum + phone.taps, 0);
  const acknowledged = () => additions.acknowledged.size + taps();
  let tapsLost = 0;
  let slowestStart = 0;
  for (let round = 0; round < rounds; round++) {
    let stopped = false;
    const before = acknowledged();
    const writers = [
      ...Array.from({ length: editors }, (_, writer) => additions.write(client, `${round}-${writer}`, () => stopped)),
      ...telephones.map((phone) => phone.tap(() => stopped)),
    ];
    await pause(300 + ((round * 379) % 1200)); // 0.3 to 1.5 s, the same every time
    while (acknowledged() < before + editors + tappers) await pause(20); // a slow machine gets further, too
    await server.kill();
    stopped = true;
    await Promise.all(writers);

    const began = performance.now();
    await server.restart();
    slowestStart = Math.max(slowestStart, performance.now() - began);
    await additions.repeat(client);
    for (const phone of telephones) tapsLost += await phone.lost();
  }

  const { stored, integrity } = inspect(server.folder);
  const verdict = {
    rounds,
    writers: editors + tappers,
    ...additions.verdict(stored),
    taps_acknowledged: taps(),
    taps_lost: tapsLost,
    integrity,
    ready_after_kill_ms_max: Math.round(slowestStart),
  };
  console.log(JSON.stringify(verdict));
  for (const line of additions.refused.slice(0, 5)) console.error(line);
  const good = verdict.lost + verdict.duplicated + verdict.taps_lost + verdict.refused === 0 && integrity === 'ok';
  process.exitCode = good && verdict.acknowledged > 0 && verdict.taps_acknowledged > 0 ? 0 : 1;
} finally {
  await server.stop();
}
