// SPDX-License-Identifier: Apache-2.0
// A backup is taken while people write, and everything that was acknowledged before is there when it is put back.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { binary, Client, demoPassword, freePort, newDatabase, TestServer } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';
import { Additions } from '../oracle/organizations.ts';

let server: TestServer;
let backups: string;
let keys: string;

before(async () => {
  server = await TestServer.start();
  backups = join(server.folder, '..', `${server.folder}-backups`);
  keys = join(server.folder, '..', `${server.folder}-keys`);
});
after(async () => {
  await server?.stop();
  for (const folder of [backups, keys]) rmSync(folder, { recursive: true, force: true });
});

const newest = (folder: string, prefix: string) =>
  join(folder, readdirSync(folder).filter((name) => name.startsWith(prefix) && !name.endsWith('.partial')).sort().at(-1)!);

function ended(child: ReturnType<typeof spawn>) {
  return new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
}

const backUp = () =>
  server.beginCommand('backup', '--data', server.folder, '--to', backups, '--keys-to', keys);

/// Puts the newest backup back into a new folder. @returns The folder and where its database is.
function restore(...more: string[]) {
  const folder = join(backups, `restored-${Math.random()}`);
  const database = newDatabase();
  const words = ['restore', '--data', folder, '--from', newest(backups, 'konbit-2'), '--keys-from', newest(keys, 'konbit-keys-2')];
  const address = database.KONBIT_DATABASE ? ['--database', database.KONBIT_DATABASE] : [];
  return { folder, address, ran: server.command(...words, ...address, ...more) };
}

/// Somebody of Saint Lucia who may add organizations.
async function signedInEditor() {
  const person = { email: 'writer@konbit.example', password: 'seven-nets-on-the-quay' };
  const role = ['--role', 'national', '--scope', 'country', '--scope-id', 'LC'];
  const words = ['--email', person.email, '--name', 'Writer', '--password', person.password, ...role];
  const made = server.command('user', 'add', '--data', server.folder, ...words);
  assert.equal(made.status, 0, made.stderr);
  const client = server.client();
  assert.equal((await client.post('/api/session', person)).status, 200);
  return client;
}

test('what was acknowledged before a backup began is in it, however many write', async () => {
  const additions = new Additions();
  let stops = false;
  addAccount(server, 'root@konbit.example', 'administrator', 'platform', '');
  const admin = await server.as('root@konbit.example');
  const editor = await signedInEditor();
  const writers = ['a', 'b', 'c'].map((name) => additions.write(editor, name, () => stops));
  await sleep(500);
  const before = [...additions.acknowledged];
  assert.equal(await ended(backUp()), 0);
  const during = additions.acknowledged.size;
  stops = true;
  await Promise.all(writers);
  assert.ok(before.length > 5, `${before.length} writes before`);
  assert.ok(during > before.length, 'writing went on meanwhile');
  assert.deepEqual(additions.refused, []);

  const entryOf = async (client: Client, command: string) =>
    (await client.get('/api/audit?limit=200')).body.items.find((each: any) => each.route === command);
  const taken = await entryOf(admin, 'konbit backup');
  const name = basename(newest(backups, 'konbit-2'));
  assert.deepEqual([taken.action, taken.object_kind, taken.object_id], ['exported', 'backup', name]);

  const { folder, address, ran } = restore();
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /sessions are ended\nmail that waited is held back\n/);
  const port = await freePort();
  const restored = spawn(binary, ['serve', '--demo', '--data', folder, '--port', String(port), ...address], { stdio: 'ignore' });
  try {
    const base = `http://127.0.0.1:${port}`;
    for (let attempt = 0; attempt < 400 && !(await fetch(base + '/healthz').then((r) => r.ok, () => false)); attempt++)
      await sleep(50);
    const there = new Set<string>();
    for (let after = ''; ; ) {
      const page: any = await (await fetch(`${base}/api/organizations?q=Oracle&limit=200${after}`)).json();
      for (const { name } of page.items) there.add(name);
      if (!page.next) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    assert.deepEqual(before.filter((name) => !there.has(name)), [], 'lost');
    const root = new Client(base);
    assert.equal((await root.post('/api/session', { email: 'root@konbit.example', password: demoPassword })).status, 200);
    const put = await entryOf(root, 'konbit restore');
    assert.deepEqual([put.action, put.object_kind, put.object_id], ['changed', 'backup', name]);
  } finally {
    restored.kill();
    await ended(restored);
  }
});

test('a backup can be checked without putting it anywhere', () => {
  const folder = newDatabase();
  const address = folder.KONBIT_DATABASE ? ['--database', folder.KONBIT_DATABASE] : [];
  const ran = server.command('restore', '--verify', '--from', newest(backups, 'konbit-2'), '--keys-from', newest(keys, 'konbit-keys-2'), ...address);
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /The backup is whole\./);
});

test('a killed backup leaves nothing that looks whole', async () => {
  const whole = () => readdirSync(backups).filter((name) => /^konbit-2.*Z$/.test(name)).length;
  for (let round = 0; round < 6; round++) {
    const before = whole();
    const working = backUp();
    const end = ended(working);
    await sleep(40 + 40 * round);
    working.kill('SIGKILL');
    const code = await end;
    const made = whole() - before;
    // Killed between its last step and its end, it had made a whole one.
    assert.ok(code === 0 ? made === 1 : made <= 1, `round ${round}: ${made} made, ended with ${code}`);
    if (made === 1) assert.equal(restore('--verify').ran.status, 0, `round ${round}`);
  }
  assert.equal(restore('--verify').ran.status, 0, 'the newest whole one still is');
});

test('a changed byte, a full folder and the keys of another installation are refused', () => {
  mkdirSync(join(backups, 'full'));
  appendFileSync(join(backups, 'full', 'there'), 'x');
  const from = newest(backups, 'konbit-2');
  const full = server.command('restore', '--data', join(backups, 'full'), '--from', from, '--keys-from', newest(keys, 'konbit-keys-2'));
  assert.match(full.stderr, /is not empty|name an empty database/);

  appendFileSync(join(from, 'database'), 'x');
  const { folder, ran } = restore();
  assert.match(ran.stderr, /database in .* is missing, changed or not of this backup/);
  assert.ok(!existsSync(folder));
});

test('konbit check tells what to mend', async () => {
  const checked = server.command('check', '--data', server.folder);
  assert.match(checked.stdout, /^ok {4}database and schema are up to date, and the key is theirs$/m);
  assert.match(checked.stdout, /^look {2}mail leaves: no smtp_url/m);
  assert.match(checked.stdout, /^look {2}a backup is taken every day: set backup_folder/m);
  assert.match(checked.stdout, /^ok {4}the last backup is younger than 26 hours$/m);
  assert.equal(checked.status, 1);
});

test('a program refuses a database that a newer one has brought further', async () => {
  await server.end();
  server.execute("INSERT INTO schema_migrations (number, name, sha256, applied_at) VALUES (9999, 'later', 'x', 0)");
  server.log = '';
  await assert.rejects(server.restart());
  assert.match(server.log, /A newer Konbit has brought this database further \(step 9999, later\)/);
});
