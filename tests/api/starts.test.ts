// SPDX-License-Identifier: Apache-2.0
// A cluster that somebody without an account starts, by the public form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let officer: Client; // of Dominica
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  officer = await server.as('francine@m27.example');
});
after(() => server.stop());

const form = (fields: Record<string, string>) => ({
  raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(fields).toString() },
});
const filled = {
  name: 'Roseau Valley Honey', country_code: 'DM', sector: '01', organization: '',
  purpose: 'We sell honey together.', person_name: 'Ines Joseph', email: 'ines@hive.example',
};
const send = (more: object = {}) => visitor.post('/start', undefined, form({ ...filled, ...more }));

/// The links in mails to somebody, newest first.
async function mailsTo(address: string) {
  const rows = (await visitor.get('/dev/mail')).text.split('<tr>').filter((each) => each.includes(address));
  return Promise.all(rows.map(async (row) => (await visitor.get(/href="(\/dev\/mail\/[^"]+)"/.exec(row)![1]!)).text));
}
async function tokenFor(address: string) {
  const [newest] = await mailsTo(address);
  const url = /<pre.*?href="(http[^"]+)"/s.exec(newest!)![1]!.replaceAll('&amp;', '&');
  return { path: new URL(url).pathname + new URL(url).search, token: new URL(url).searchParams.get('token')! };
}
const prove = (token: string, as = visitor) => as.post('/start/prove', undefined, form({ token }));

test('a stranger starts a cluster: mail, proof, password, and a draft that waits for its backing', async () => {
  assert.equal((await visitor.get('/start')).status, 200);
  assert.equal((await send()).status, 200);
  const { path, token } = await tokenFor(filled.email);
  assert.equal((await visitor.get(path)).status, 200);
  const asked = async () => (await officer.get('/api/backings')).body.items.filter((each: any) => each.cluster_name === filled.name);
  assert.equal((await asked()).length, 0, 'following the link changes nothing');

  const owner = server.client();
  const proven = await prove(token, owner);
  assert.equal(proven.status, 303, proven.text);
  const welcome = proven.headers.get('location')!;
  assert.match(welcome, /^\/welcome\?token=/);
  const password = 'harbor lantern guava pier';
  const way = form({ token: new URL(welcome, server.base).searchParams.get('token')!, password });
  assert.equal((await owner.post('/welcome', undefined, way)).status, 303);

  const [mine] = (await owner.get('/api/clusters?mine=true')).body.items;
  assert.deepEqual([mine.name, mine.publication, mine.country_code, mine.sector], [filled.name, 'draft', 'DM', '01']);
  assert.equal((await asked()).length, 1);
  assert.equal((await prove(token)).status, 200, 'proving again starts nothing new');
  assert.equal((await owner.get('/api/clusters?mine=true')).body.items.length, 1);
});

test('an address with an account is answered alike, and linked only after the proof', async () => {
  const unknown = await send({ email: 'nobody@hive.example' });
  const known = await send({ email: 'Jodie@M21.example', name: 'Jodie Honey' });
  assert.deepEqual([known.status, unknown.status], [200, 200]);
  assert.equal(known.text.replaceAll('Jodie@M21.example', 'x'), unknown.text.replaceAll('nobody@hive.example', 'x'));
  const jodie = await server.as('jodie@m21.example');
  const named = async () => (await jodie.get('/api/clusters?mine=true')).body.items.map((each: any) => each.name);
  assert.ok(!(await named()).includes('Jodie Honey'));
  const answer = await prove((await tokenFor('jodie@m21.example')).token);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.getSetCookie().length, 0, 'a link alone signs nobody in who has a password');
  assert.ok((await named()).includes('Jodie Honey'));
});

test('the form says what is wrong field by field and keeps what was typed', async () => {
  const answer = await send({ name: ' ', country_code: '', purpose: '', person_name: '', email: 'nowhere', organization: 'No Such Desk' });
  assert.equal(answer.status, 422);
  for (const field of ['name', 'purpose', 'person_name', 'email', 'organization'])
    assert.ok(answer.text.includes(`id="f-${field}-error"`) || field === 'name', field);
  assert.ok(answer.text.includes('value="No Such Desk"'));
});

test('a support organization is found by its name', async () => {
  const desk = (await visitor.get('/api/organizations?q=nature%20isle%20trade')).body.items[0];
  const sent = await send({ email: 'desk@hive.example', name: 'Backed Honey', organization: desk.name.toUpperCase() });
  assert.equal(sent.status, 200, sent.text);
  await prove((await tokenFor('desk@hive.example')).token);
  const line = (await officer.get('/api/backings')).body.items.find((each: any) => each.cluster_name === 'Backed Honey');
  assert.equal(line?.organization_id ?? desk.id, desk.id);
});

test('nobody fills a mailbox: three mails in a week, and a filled trap sends none', async () => {
  for (let i = 0; i < 5; ++i) assert.equal((await send({ email: 'often@hive.example', name: `Often ${i}` })).status, 200);
  assert.equal((await mailsTo('often@hive.example')).length, 3);
  assert.equal((await send({ email: 'bot@hive.example', homepage: 'x' })).status, 200);
  assert.equal((await mailsTo('bot@hive.example')).length, 0);
});

test('a forged link starts nothing', async () => {
  assert.equal((await prove('00000000-0000-7000-8000-000000000000.AAAA')).status, 404);
  assert.equal((await visitor.get('/start/prove?token=x')).status, 404);
});
