// SPDX-License-Identifier: Apache-2.0
// Makes a register of 50,000 invented organizations and a list of 10,000 rows, of which 3,000 mean one of them with a
// slip of the pen, another legal form or other accents; brings the list in with the server on one core, and says how
// long each step took.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestServer, demoPassword, type Client } from '../../tests/harness.ts';

const folder = process.argv[2]!;
const registerSize = 50_000;
const listSize = 10_000;
const known = 3_000;

let state = 20261122;
/// A small generator (mulberry32), so that every run has the same data.
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let x = Math.imul(state ^ (state >>> 15), 1 | state);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) % below;
}
const one = <T>(of: readonly T[]): T => of[random(of.length)]!;

const syllables = 'ba be bo ca ce co da de du fa fe ga gre ja jo ka ki la le lo ma me mo na ne pa pe ra ri ro sa se sou ta te ti to va ve vi wa ya za'.split(' ');
const trades = 'Bakery,Farm,Chocolate,Spice Growers,Fishers Cooperative,Furniture,Tours,Seafood,Soap Works,Foods,Trading,Craft Center,Bee Products,Rum,Coffee,Boat Builders,Textiles,Logistics,Farmers Association,Software'.split(',');
const forms = ['', '', ' Ltd', ' Limited', ' Inc', ' Co. Ltd', ' & Sons', ' S.A.'];
const countries = ['AG', 'BB', 'BS', 'BZ', 'DM', 'DO', 'GD', 'GY', 'HT', 'JM', 'KN', 'LC', 'SR', 'TT', 'VC'];

const word = () => {
  const text = Array.from({ length: 2 + random(2) }, () => one(syllables)).join('');
  return text[0]!.toUpperCase() + text.slice(1);
};
const place = () => one(['Grand', 'Morne', 'Petit', 'Saint', 'Upper', 'Old', 'New', 'Blue', 'Green', 'La']) + ' ' + word();

function organization() {
  const core = random(2) ? `${place()} ${one(trades)}` : `${word()} ${word()} ${one(trades)}`;
  const slug = core.toLowerCase().replace(/[^a-z]/g, '');
  const site = random(3) ? '' : `https://www.${slug}.example`;
  return { name: core + one(forms), country: one(countries), locality: word(), website: site };
}

/// The same organization as somebody else would write it.
function rewritten(record: ReturnType<typeof organization>) {
  const bare = record.name.replace(/ (Ltd|Limited|Inc|Co\. Ltd|S\.A\.)$/, '');
  const at = 2 + random(bare.length - 4);
  const slip = bare.slice(0, at) + bare.slice(at + 1);
  return { ...record, name: one([bare, bare + ' Ltd.', 'The ' + bare, slip]), locality: word() };
}

type Row = ReturnType<typeof organization>;
const csv = (rows: Row[]) =>
  'name,country,locality,website\n' + rows.map((row) => Object.values(row).join(',')).join('\n') + '\n';

async function bring(client: Client, text: string) {
  const raw = { type: 'text/csv', bytes: text };
  const made = await client.post('/api/imports', undefined, { raw });
  if (made.status !== 201) throw new Error(made.text);
  const columns = made.body.columns;
  const settled = await client.patch(`/api/imports/${made.body.id}`, { columns, on_possible: 'new' }, made.body.version);
  if (settled.status !== 200) throw new Error(settled.text);
  return { uploaded: made.body, import: settled.body };
}

async function finish(client: Client, id: string) {
  const started = await client.post(`/api/imports/${id}/start`);
  if (started.status !== 200) throw new Error(started.text);
  for (;;) {
    const { body } = await client.get(`/api/imports/${id}`);
    if (body.state === 'done') return body;
    if (body.state !== 'running') throw new Error(`${body.state}: ${body.failure}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const seconds = (since: number) => Number(((performance.now() - since) / 1000).toFixed(2));

const server = await TestServer.start([]);
try {
  const words = ['user', 'add', '--data', server.folder, '--email', 'desk@test.example', '--name', 'Desk'];
  words.push('--role', 'regional_editor', '--scope', 'platform', '--password', demoPassword);
  if (server.command(...words).status !== 0) throw new Error('no account');
  const client = await server.as('desk@test.example');

  const register = Array.from({ length: registerSize }, organization);
  for (let from = 0; from < registerSize; from += 10_000)
    await finish(client, (await bring(client, csv(register.slice(from, from + 10_000)))).import.id);
  const stored = (await client.get('/api/organizations?limit=1&count=true')).body.count;

  const list = Array.from({ length: listSize }, (_, i) =>
    i < known ? rewritten(register[random(registerSize)]!) : organization(),
  );
  writeFileSync(join(folder, 'register.csv'), csv(register));
  writeFileSync(join(folder, 'list.csv'), csv(list));
  execFileSync('taskset', ['-a', '-c', '-p', '0', String(server.pid)], { stdio: 'ignore' });

  const begun = performance.now();
  const made = await client.post('/api/imports', undefined, { raw: { type: 'text/csv', bytes: csv(list) } });
  const checked = seconds(begun);
  const settled = await client.patch(`/api/imports/${made.body.id}`, { on_possible: 'new' }, made.body.version);
  const again = performance.now();
  const done = await finish(client, made.body.id);
  console.log(`register of ${stored}; list of ${done.counts.rows}: ${done.counts.duplicates} resemble something`);
  console.log(`read, understand, compare and keep: ${checked} s; write: ${seconds(again)} s; ` +
      `together ${(checked + seconds(again)).toFixed(2)} s (limit 10 s)`);
  console.log(`new ${settled.body.counts.create}, changed ${settled.body.counts.update}, left out ${settled.body.counts.skip}`);
  const undoing = performance.now();
  await client.post(`/api/imports/${made.body.id}/undo`);
  while ((await client.get(`/api/imports/${made.body.id}`)).body.state !== 'undone')
    await new Promise((resolve) => setTimeout(resolve, 50));
  console.log(`undo: ${seconds(undoing)} s`);
} finally {
  await server.stop();
}
