// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let editor: Client; // keeps the directory of the region
let officer: Client; // of Dominica

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  editor = await server.as('renata@region.example');
  officer = await server.as('francine@m27.example');
});
after(() => server.stop());

const form = (fields: Record<string, string>) => ({
  raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(fields).toString() },
});

async function publish(name: string, more: object = {}) {
  const answer = await editor.post('/api/organizations', {
    name, kind: 'bso', country_code: 'DM', publication: 'published', ...more,
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

/// The newest mail to somebody, and the link in it.
async function mailTo(address: string) {
  const list = await visitor.get('/dev/mail');
  const row = list.text.split('<tr>').find((each) => each.includes(address));
  assert.ok(row, `no mail to ${address}`);
  const text = (await visitor.get(/href="(\/dev\/mail\/[^"]+)"/.exec(row)![1]!)).text;
  const url = /<pre.*?href="(http[^"]+)"/s.exec(text)?.[1]?.replaceAll('&amp;', '&');
  return { text, path: url ? new URL(url).pathname + new URL(url).search : '' };
}

async function claim(page: string, email: string, note = '') {
  const answer = await visitor.post('/claim', undefined, form({ page, name: 'Ines Joseph', email, note }));
  assert.equal(answer.status, 200, answer.text);
  const { path } = await mailTo(email);
  const token = new URL(path, server.base).searchParams.get('token')!;
  return { path, token, prove: () => visitor.post('/claim/prove', undefined, form({ token })) };
}

const waiting = async (client: Client) => (await client.get('/api/claims')).body.items;

test('a claim waits only after its address is proven, and following the link alone changes nothing', async () => {
  const made = await publish('Roseau Quay Traders', { website: 'https://www.quay.example' });
  const sent = await claim(`/organizations/${made.slug}`, 'ines@quay.example');
  assert.equal((await visitor.get(sent.path)).status, 200);
  assert.ok(!(await waiting(editor)).some((each: any) => each.record_id === made.id));
  assert.equal((await sent.prove()).status, 200);
  const line = (await waiting(editor)).find((each: any) => each.record_id === made.id);
  assert.equal(line.is_on_domain, true);
  assert.equal(line.record_name, 'Roseau Quay Traders');
  assert.equal((await editor.get('/api/desk')).body.claims >= 1, true);
});

test('a granted claim makes an account, gives it the record and mails the way in', async () => {
  const made = await publish('Layou Boatyard', { website: 'https://boat.example' });
  await (await claim(`/organizations/${made.slug}`, 'captain@boat.example')).prove();
  const line = (await waiting(officer)).find((each: any) => each.record_id === made.id);
  assert.equal((await officer.post(`/api/claims/${line.id}/approve`)).status, 200);
  assert.equal((await officer.post(`/api/claims/${line.id}/approve`)).body.reason, 'already_decided');
  assert.equal((await visitor.get(`/api/organizations/${made.id}`)).body.claim, 'claimed');
  const [claimed] = (await editor.get(`/api/organizations/${made.id}/history`)).body.items;
  assert.deepEqual(claimed.fields_changed, [{ name: 'claim', before: 'unclaimed', after: 'claimed' }]);

  const { path } = await mailTo('captain@boat.example');
  const token = new URL(path, server.base).searchParams.get('token')!;
  const owner = server.client();
  assert.equal((await owner.get(path)).status, 200);
  assert.equal((await owner.post('/welcome', undefined, form({ token, password: 'short' }))).status, 422);
  const chosen = await owner.post('/welcome', undefined, form({ token, password: 'harbor lantern guava pier' }));
  assert.equal(chosen.status, 303, chosen.text);
  assert.equal((await owner.get('/api/session')).body.account.name, 'Ines Joseph');
  const { version } = (await owner.get(`/api/organizations/${made.id}`)).body;
  assert.equal((await owner.patch(`/api/organizations/${made.id}`, { acronym: 'LB' }, version)).status, 200);
  assert.equal((await server.client().get(path)).status, 404, 'a link is used once');
});

test('a declined claim says why by mail and changes nothing', async () => {
  const made = await publish('Scotts Head Divers');
  await (await claim(`/organizations/${made.slug}`, 'someone@mail.example', 'I dive there')).prove();
  const line = (await waiting(officer)).find((each: any) => each.record_id === made.id);
  assert.equal(line.is_on_domain, false);
  assert.equal((await officer.post(`/api/claims/${line.id}/decline`, { reason: ' ' })).status, 422);
  assert.equal((await officer.post(`/api/claims/${line.id}/decline`, { reason: 'Nobody there knows you.' })).status, 200);
  assert.ok((await mailTo('someone@mail.example')).text.includes('Nobody there knows you.'));
  assert.equal((await visitor.get(`/api/organizations/${made.id}`)).body.claim, 'unclaimed');
});

test('nobody decides on a claim of their own, or of another country', async () => {
  const ours = await publish('Own Claim Ltd');
  await (await claim(`/organizations/${ours.slug}`, 'francine@m27.example')).prove();
  const own = (await waiting(officer)).find((each: any) => each.record_id === ours.id);
  assert.equal((await officer.post(`/api/claims/${own.id}/approve`)).body.reason, 'own_claim');
  const theirs = await publish('Jamaican Claim Ltd', { country_code: 'JM' });
  await (await claim(`/organizations/${theirs.slug}`, 'jo@jm.example')).prove();
  const other = (await waiting(editor)).find((each: any) => each.record_id === theirs.id);
  assert.ok(!(await waiting(officer)).some((each: any) => each.id === other.id));
  assert.equal((await officer.post(`/api/claims/${other.id}/approve`)).status, 404);
});

test('a forged token proves nothing, and a filled trap is thanked and dropped', async () => {
  const made = await publish('Trap Test');
  const forged = await visitor.post('/claim/prove', undefined, form({ token: `${made.id}.AAAA` }));
  assert.equal(forged.status, 404);
  const page = `/organizations/${made.slug}`;
  const trapped = await visitor.post('/claim', undefined, form({ page, name: 'Bot', email: 'bot@bot.example', homepage: 'x' }));
  assert.equal(trapped.status, 200);
  assert.ok(!(await visitor.get('/dev/mail')).text.includes('bot@bot.example'));
  assert.equal((await visitor.get('/claim?page=/organizations/nobody')).status, 404);
});

test('a reader reports an error without an account and is answered', async () => {
  const made = await publish('Wrong Name Ltd');
  const page = `/organizations/${made.slug}`;
  assert.ok((await visitor.get(page, { headers: { accept: 'text/html' } })).text.includes(`/report?page=`));
  const empty = await visitor.post('/report', undefined, form({ page, part: 'name', text: '  ' }));
  assert.equal(empty.status, 422);
  const sent = await visitor.post('/report', undefined, form({
    page, part: 'name', text: 'It is called\r\nRight Name Ltd', email: 'reader@read.example',
  }));
  assert.equal(sent.status, 200);
  const lines = (await officer.get('/api/corrections')).body.items;
  const line = lines.find((each: any) => each.record_id === made.id);
  assert.equal(line.record_name, 'Wrong Name Ltd');
  assert.equal(line.wants_answer, true);
  assert.ok(!JSON.stringify(lines).includes('reader@read.example'), 'the reader is not told');
  assert.equal((await officer.post(`/api/corrections/${line.id}/accept`)).status, 200);
  assert.ok((await mailTo('reader@read.example')).text.includes('Right Name Ltd'));
  const done = (await officer.get('/api/corrections?state=accepted')).body.items.find((each: any) => each.id === line.id);
  assert.equal(done.wants_answer, false, 'the address is gone');
});

test('a report about a page of no country is for those who keep them all', async () => {
  await visitor.post('/report', undefined, form({ page: '/about', part: 'other', text: 'Out of date' }));
  const about = (items: any[]) => items.filter((each) => each.page === '/about').length;
  assert.equal(about((await editor.get('/api/corrections')).body.items), 1);
  assert.equal(about((await officer.get('/api/corrections')).body.items), 0);
});

test('a report cannot lead elsewhere', async () => {
  const answer = await visitor.post('/report', undefined, form({ page: 'https://evil.example/', text: 'x' }));
  assert.equal(answer.status, 422);
  assert.ok(!answer.text.includes('href="https://evil.example'));
});
