// SPDX-License-Identifier: Apache-2.0
// Work that was planned by somebody who may no longer do it (Discourse CVE-2026-28227: a scheduled action publishes where
// its author may not). What a job does is asked again when it is done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';
import { facilitated, openWave } from '../survey.ts';

let server: TestServer;
let visitor: Client;
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
});
after(() => server?.stop());

const mails = async () => (await visitor.get('/dev/mail', { headers: { accept: 'text/html' } })).text;

/// Lets so many days pass for what is planned, and the jobs run: until what is waited for has come, or for four seconds where nothing should.
async function later(days: number, hasCome?: () => Promise<boolean>) {
  const ms = days * 86_400_000;
  server.execute(`UPDATE saved_searches SET digested_at = digested_at - ${ms}, created_at = created_at - ${ms}`);
  await server.restart();
  server.execute('UPDATE jobs SET run_at = 0');
  for (let tries = 0; tries < (hasCome ? 300 : 40) && !(await hasCome?.()); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function subscriber(email: string): Promise<Client> {
  addAccount(server, email, 'national', 'country', 'GD');
  const client = await server.as(email);
  const made = await client.post('/api/saved_searches', { name: 'Grenada', list: 'organizations', query: 'country=GD' });
  assert.equal(made.status, 201, made.text);
  return client;
}

test('a digest shows the public records only, and goes to nobody whose account has ended', async () => {
  await subscriber('kept@timers.example');
  await subscriber('disabled@timers.example');
  await subscriber('demoted@timers.example');
  const editor = await server.as('renata@region.example');
  const add = (name: string, visibility: string) =>
    editor.post('/api/organizations', { name, kind: 'bso', country_code: 'GD', visibility, publication: 'published' });
  await add('Timer open', 'public');
  await add('Timer hidden', 'national');
  server.command('user', 'disable', '--data', server.folder, '--email', 'disabled@timers.example');
  server.execute("DELETE FROM grants WHERE account_id = (SELECT id FROM accounts WHERE email_folded = 'demoted@timers.example')");
  await later(9, async () => (await mails()).includes('kept@timers.example'));
  const list = await mails();
  assert.ok(list.includes('kept@timers.example'), 'the digest of the one who stayed was sent');
  assert.ok(!list.includes('disabled@timers.example'));
  for (const [, link] of list.matchAll(/href="(\/dev\/mail\/[^"]+)"/g))
    assert.ok(!(await visitor.get(link!, { headers: { accept: 'text/html' } })).text.includes('Timer hidden'), 'a digest tells of what its reader may not see');
});

test('a link that was planned or mailed before the wave closed opens nothing afterwards', async () => {
  const { facilitator, cluster } = await facilitated(server);
  const { wave, links } = await openWave(facilitator, cluster, 'Timers');
  const token = links[0].url.slice(links[0].url.indexOf('#') + 1);
  await facilitator.post(`/api/waves/${wave.id}/links/send`, { respondent_ids: [links[0].respondent_id] });
  await facilitator.post(`/api/waves/${wave.id}/close`);
  const before = (await mails()).length;
  await later(5);
  assert.equal((await server.client().post('/api/answer/session', { token })).body.reason, 'wave_closed');
  const reminded = (await mails()).length;
  assert.ok(reminded <= before + 200, 'no reminder of a closed wave is sent');
});
