// SPDX-License-Identifier: Apache-2.0
// What waits for those who keep the directory, and for administrators a backup that is late or failed.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Client, TestServer } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let administrator: Client;
let editor: Client;
before(async () => {
  server = await TestServer.start(['--demand-second-factor', 'false']);
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  addAccount(server, 'editor@test.example', 'regional_editor', 'platform', '');
  administrator = await server.as('administrator@test.example');
  editor = await server.as('editor@test.example');
});
after(async () => {
  await server?.stop();
  for (const end of ['backups', 'again']) rmSync(`${server?.folder}-${end}`, { recursive: true, force: true });
  rmSync(`${server?.folder}-full`, { force: true });
});

const lateBackup = async (client: Client) => {
  const { status, body, text } = await client.get('/api/desk');
  assert.equal(status, 200, text);
  return body.late_backup;
};
const backUp = (to: string) => server.command('backup', '--data', server.folder, '--to', to);

test('administrators see that no backup was taken, that one failed, and nothing while all is well', async () => {
  assert.deepEqual(await lateBackup(administrator), { taken_at: null, folder: '', bytes: 0, failure: '' });
  assert.equal(await lateBackup(editor), null, 'not theirs to mend');

  const taken = backUp(`${server.folder}-backups`);
  assert.equal(taken.status, 0, taken.stderr);
  assert.equal(await lateBackup(administrator), null);

  // A file where the folder should be.
  writeFileSync(`${server.folder}-full`, '');
  assert.notEqual(backUp(`${server.folder}-full`).status, 0);
  const failed = await lateBackup(administrator);
  assert.ok(failed.taken_at);
  assert.notEqual(failed.failure, '');

  // Elsewhere: a folder of the same second is there already.
  const again = backUp(`${server.folder}-again`);
  assert.equal(again.status, 0, again.stderr);
  assert.equal(await lateBackup(administrator), null);
  server.execute(`UPDATE settings SET value = replace(value, '"taken_at":"2', '"taken_at":"1') WHERE key = 'last_backup'`);
  assert.ok(await lateBackup(administrator), 'older than 26 hours');
});
