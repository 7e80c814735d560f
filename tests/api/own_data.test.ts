// SPDX-License-Identifier: Apache-2.0
// What is held about somebody: shown whole, taken along, erased, and erased again after the restore of an old backup.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { demoPassword, TestServer, type Client } from '../harness.ts';
import { addAccount, followLink, openWave } from '../permissions/world.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
});
after(() => server?.stop());

const recordsOf = (data: any, table: string): any[] =>
  data.holdings.filter((each: any) => each.table === table).flatMap((each: any) => each.records);
const secrets = /password_hash|token_sha256|argon2|sealed_|ciphertext|code_mac/;

test('whoever is signed in sees every table that knows them, as JSON and as a table', async () => {
  const { body, text } = await facilitator.get('/api/account/data');
  assert.deepEqual([body.email, body.has_account], ['alana@m10.example', true]);
  for (const table of ['accounts', 'grants', 'sessions']) assert.ok(recordsOf(body, table).length > 0, table);
  assert.match(recordsOf(body, 'sessions')[0].created_at, /^\d{4}-\d\d-\d\dT/);
  assert.doesNotMatch(text, secrets);
  const csv = await facilitator.get('/api/account/data.csv');
  assert.match(csv.headers.get('content-type')!, /text\/csv/);
  assert.match(csv.headers.get('content-disposition')!, /attachment/);
  assert.ok(csv.text.startsWith('table,record,field,value\r\naccounts,1,name,Alana Noel\r\n'));
  assert.doesNotMatch(csv.text, secrets);
});

/// What stands behind # in the link of the newest mail to an address.
async function tokenTo(address: string): Promise<string> {
  const page = async (path: string) => (await server.client().get(path, { headers: { accept: 'text/html' } })).text;
  const row = (await page('/dev/mail')).split('<tr').find((each) => each.includes(address)) ?? '';
  const mail = await page(row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)?.[1] ?? '');
  return mail.match(/\/app\/own-data#([\w.-]+)/)?.[1] ?? '';
}

test('somebody without an account proves the address by mail, sees the entry and ends it', async () => {
  const made = await facilitator.post(`/api/clusters/${cluster}/people`, {
    name: 'Kanaridata Person', email: 'kanaridata@secret.example', role: 'adviser', language: 'en',
  });
  assert.equal(made.status, 201, made.text);
  const visitor = server.client();
  assert.equal((await visitor.post('/api/own_data/link', { email: 'nobody@unknown.example' })).status, 204);
  assert.equal((await visitor.post('/api/own_data/link', { email: 'Kanaridata@secret.example' })).status, 204);
  const { text: outbox } = await visitor.get('/dev/mail', { headers: { accept: 'text/html' } });
  assert.ok(!outbox.includes('nobody@unknown.example'), 'nobody is written to who is not known');
  const token = await tokenTo('Kanaridata@secret.example');

  const { body: data } = await visitor.post('/api/own_data/read', { token });
  assert.deepEqual([data.email, data.has_account], ['kanaridata@secret.example', false]);
  assert.equal(recordsOf(data, 'people')[0].name, 'Kanaridata Person');
  assert.equal(recordsOf(data, 'contact_roles')[0].role, 'adviser');

  const forged = await visitor.post('/api/own_data/read', { token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` });
  assert.deepEqual([forged.status, forged.body.reason], [401, 'link_unknown']);

  const { body: erased } = await visitor.post('/api/own_data/erase', { token });
  assert.equal(erased.items.length, 1);
  assert.equal(erased.items[0].removed.people, 1);
  assert.equal((await facilitator.get(`/api/people/${made.body.id}`)).status, 404);
  assert.equal(recordsOf((await visitor.post('/api/own_data/read', { token })).body, 'people').length, 0);
});

test('an address that stands on no roster takes back what is known by it alone', async () => {
  server.execute(`INSERT INTO starts (id, person_name, email, language, name, country_code, purpose, version, created_at)
    VALUES ('01930000-0000-7000-8000-00000000abcd', 'Rosa', 'Rosa@alone.example', 'en', 'Lone Cluster', 'GD', 'x', 1, ${Date.now()})`);
  const visitor = server.client();
  assert.equal((await visitor.post('/api/own_data/link', { email: 'rosa@alone.example' })).status, 204);
  const token = await tokenTo('rosa@alone.example');
  const { body: erased } = await visitor.post('/api/own_data/erase', { token });
  assert.equal(erased.items.length, 1);
  assert.deepEqual(erased.items[0].removed, { mails: 1, starts: 1 });
  assert.equal((await visitor.post('/api/own_data/read', { token })).body.holdings.length, 0);
});

test('a personal link shows what it holds, with the text that was agreed to, and no sealed answer', async () => {
  const wave = await openWave(facilitator, cluster);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const member = await followLink(server, links[0].url);
  const agreed = await member.put('/api/answer/consent', {
    consent: 'facilitator', consent_version: wave.consent_version, language: 'en', device: 'one',
    shares_with_members: false, shares_with_research: false,
  });
  assert.equal(agreed.status, 204, agreed.text);
  const { body, text } = await member.get('/api/rights/data');
  const consents = recordsOf(body, 'consents');
  assert.deepEqual(consents.map(({ purpose, is_given }) => [purpose, is_given]).sort(), [
    ['facilitator', 'true'], ['figures', 'true'], ['members', 'false'], ['research', 'false'],
  ]);
  assert.ok(consents[0].text.includes('Windward'), 'the words that were shown');
  assert.match(consents[0].text_sha256, /^[0-9a-f]{64}$/);
  assert.doesNotMatch(text, /ciphertext|alana@/);
});

const onSqlite = process.env.KONBIT_TEST_ON !== 'postgres';
test('an older backup, once restored, is erased again at the start', { skip: !onSqlite && 'copies the file of SQLite' }, async () => {
  addAccount(server, 'ines@gone.example', 'national', 'country', 'GD');
  const file = join(server.folder, 'konbit.sqlite');
  const backup = join(server.folder, 'backup.sqlite');
  const database = new DatabaseSync(file);
  database.exec(`VACUUM INTO '${backup}'`);
  database.close();
  const ines = await server.as('ines@gone.example');
  const receipt = await ines.post('/api/account/erase', { password: demoPassword });
  assert.equal(receipt.body.removed.accounts, 1, receipt.text);
  const journal = readFileSync(join(server.folder, 'keys', 'erasures.jsonl'), 'utf8');
  assert.ok(journal.includes('"kind":"account"') && !journal.includes('ines'), journal);

  await server.kill();
  copyFileSync(backup, file);
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
  await server.restart();
  const again = await server.client().post('/api/session', { email: 'ines@gone.example', password: demoPassword });
  assert.equal(again.status, 401, 'she is gone again');
  assert.match(server.command('erasures', 'apply', '--data', server.folder).stdout, /erased again: 0/);
});
