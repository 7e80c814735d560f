// SPDX-License-Identifier: Apache-2.0
// Somebody suspended keeps the session (Directus GHSA-56p6-qw3c-fq2g). Whatever ends a right ends it for the very next
// request, on connections that are open as well.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';
import { facilitated, openWave, visitor } from '../survey.ts';

let server: TestServer;
before(async () => {
  server = await TestServer.start();
});
after(() => server?.stop());

/// How long it takes until the client is refused, in milliseconds.
async function refusedWithin(client: Client, path: string, change: () => Promise<unknown> | unknown): Promise<number> {
  assert.equal((await client.get(path)).status, 200);
  await change();
  const began = Date.now();
  while (Date.now() - began < 5_000) if ([401, 403, 404].includes((await client.get(path)).status)) return Date.now() - began;
  return Infinity;
}

const user = (word: string, email: string) => server.command('user', word, '--data', server.folder, '--email', email);

test('a disabled account is out within a second, in all its sessions', async () => {
  addAccount(server, 'suspended@test.example', 'national', 'country', 'GD');
  const here = await server.as('suspended@test.example');
  const elsewhere = await server.as('suspended@test.example');
  assert.ok((await refusedWithin(here, '/api/account/sessions', () => user('disable', 'suspended@test.example'))) < 1_000);
  assert.equal((await elsewhere.get('/api/account/sessions')).status, 401);
  assert.equal((await elsewhere.get('/api/claims')).status, 401);
});

test('enabled again, the former sessions stay ended', async () => {
  addAccount(server, 'again@test.example', 'national', 'country', 'GD');
  const client = await server.as('again@test.example');
  user('disable', 'again@test.example');
  user('enable', 'again@test.example');
  assert.equal((await client.get('/api/account/sessions')).status, 401);
  await server.as('again@test.example');
});

test('a role that is taken away is gone for the next request of an open session', async () => {
  addAccount(server, 'former@test.example', 'national', 'country', 'GD');
  const client = await server.as('former@test.example');
  const took = await refusedWithin(client, '/api/claims', () =>
    server.execute("DELETE FROM grants WHERE account_id = (SELECT id FROM accounts WHERE email_folded = 'former@test.example')"));
  assert.ok(took < 1_000, `${took} ms`);
});

test('a new password ends the other sessions', async () => {
  addAccount(server, 'renewed@test.example', 'national', 'country', 'GD');
  const here = await server.as('renewed@test.example');
  const elsewhere = await server.as('renewed@test.example');
  const changed = await here.put('/api/account/password', { password: 'seven sloops at anchor' });
  assert.ok(changed.status < 300, changed.text);
  assert.equal((await elsewhere.get('/api/account/sessions')).status, 401);
});

test('a personal link that is replaced ends the session that it opened', async () => {
  const { facilitator, cluster } = await facilitated(server);
  const { wave, links } = await openWave(facilitator, cluster, 'Suspended');
  const respondent = await visitor(server, links[0]);
  const took = await refusedWithin(respondent, '/api/answer', () =>
    facilitator.post(`/api/waves/${wave.id}/links/${links[0].respondent_id}/reissue`));
  assert.ok(took < 1_000, `${took} ms`);
});
