// SPDX-License-Identifier: Apache-2.0
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

const address = 'ines.secret@expert.example';
const draft = (name: string, more: object = {}) => ({
  name, headline: 'Labels that pass', email: address, objectives: [], topics: ['labels'], languages: ['en'],
  countries: ['DM'], engagements: [], ...more,
});
const form = (client: Client, path: string, fields: Record<string, string>) =>
  client.request('POST', path, {
    raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(fields).toString() },
    headers: { accept: 'text/html' },
  });

async function add(name: string, more: object = {}) {
  const made = await officer.post('/api/experts', draft(name, more));
  assert.equal(made.status, 201, made.text);
  return made.body;
}

/// The newest mail in the development mailbox as text.
async function newestMail(): Promise<string> {
  const list = (await visitor.get('/dev/mail', { headers: { accept: 'text/html' } })).text;
  const path = list.match(/href="(\/dev\/mail\/[^"]+)"/)![1]!;
  return (await visitor.get(path, { headers: { accept: 'text/html' } })).text.replaceAll('&amp;', '&');
}

async function invited(expert: any): Promise<string> {
  const answer = await officer.post(`/api/experts/${expert.id}/invite`);
  assert.equal(answer.status, 200, answer.text);
  assert.ok(answer.body.invited_at);
  return (await newestMail()).match(/\/experts\/consent\?expert=[0-9a-f-]+&token=[0-9A-Z]+/)![0];
}

test('nobody is shown before they have confirmed it themselves', async () => {
  const expert = await add('Ines Thibou');
  assert.equal('email' in expert || 'contact_email' in expert, false);
  assert.equal((await visitor.get('/experts/ines-thibou')).status, 404);
  assert.equal((await visitor.get(`/api/experts/${expert.id}`)).status, 404);
  const link = await invited(expert);
  const asked = await visitor.get(link, { headers: { accept: 'text/html' } });
  assert.equal(asked.status, 200);
  assert.equal(asked.headers.get('cache-control'), 'no-store');
  assert.match(asked.text, /Ines Thibou[\s\S]*I agree: publish my profile/);
  assert.equal((await form(visitor, link, { act: 'confirm' })).status, 200);
  const page = await visitor.get('/experts/ines-thibou');
  assert.equal(page.status, 200);
  assert.ok(!page.text.includes(address));
  assert.ok((await visitor.get('/experts?country=DM')).text.includes('Ines Thibou'));
});

test('a link that was changed by one letter opens nothing', async () => {
  const link = await invited(await add('Link Holder'));
  const other = link.slice(0, -1) + (link.endsWith('0') ? '1' : '0');
  assert.equal((await visitor.get(other)).status, 404);
  assert.equal((await form(visitor, other, { act: 'confirm' })).status, 404);
  assert.equal((await visitor.get('/experts/consent')).status, 404);
});

test('a change that people would read is confirmed anew', async () => {
  const expert = await add('Changed Later');
  await form(visitor, await invited(expert), { act: 'confirm' });
  const seen = (await officer.get(`/api/experts/${expert.id}`)).body;
  const changed = await officer.patch(`/api/experts/${expert.id}`, { headline: 'Something else' }, seen.version);
  assert.equal(changed.status, 200, changed.text);
  assert.equal(changed.body.consented_at, null);
  assert.equal((await visitor.get('/experts/changed-later')).status, 404);
});

test('whoever withdraws is gone at once and erased', async () => {
  const expert = await add('Gone Soon');
  const link = await invited(expert);
  await form(visitor, link, { act: 'confirm' });
  const gone = await form(visitor, link, { act: 'withdraw' });
  assert.equal(gone.status, 200);
  assert.match(gone.text, /Erased/);
  for (const path of ['/experts/gone-soon', `/api/experts/${expert.id}`, link])
    assert.equal((await officer.get(path)).status, 404, path);
  assert.equal((await visitor.get('/api/experts?q=gone')).body.items.length, 0);
});

test('a message is passed on without showing the address', async () => {
  const refused = await form(visitor, '/experts/delroy-hackshaw', { sender_name: '', sender_email: 'x', text: 'Hello' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /This is needed\./);
  assert.match(refused.text, /Hello<\/textarea>/, 'what was typed stays');
  const sent = await form(visitor, '/experts/delroy-hackshaw', {
    sender_name: 'Shanelle', sender_email: 'shanelle@m02.example', text: 'May we share\r\na container?',
  });
  assert.equal(sent.status, 303, sent.text);
  assert.match((await visitor.get(sent.headers.get('location')!)).text, /on its way to Delroy Hackshaw/);
  const mail = await newestMail();
  assert.match(mail, /delroy@expert\.example/);
  assert.match(mail, /shanelle@m02\.example[\s\S]*May we share/);
  assert.ok(!(await visitor.get('/experts/delroy-hackshaw')).text.includes('delroy@'));
});

test('nobody sends many messages from one address', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 22; n++)
    statuses.push((await form(visitor, '/experts/rohan-sukhdeo', {
      sender_name: 'S', sender_email: 's@m02.example', text: `Again ${n}`,
    })).status);
  assert.equal(statuses.at(-1), 429);
});

test('stewards enter people of their own reach only', async () => {
  const elsewhere = await officer.post('/api/experts', draft('Elsewhere', { countries: ['JM'] }));
  assert.equal(elsewhere.status, 403);
  const { body } = await officer.post('/api/experts', draft('', { email: 'nothing' }));
  assert.deepEqual(body.errors.map((each: any) => `${each.pointer} ${each.code}`), ['/name required', '/email not_an_email']);
});

test('a steward erases an expert', async () => {
  const expert = await add('Short-lived');
  assert.equal((await officer.remove(`/api/experts/${expert.id}`, expert.version)).status, 204);
  assert.equal((await officer.get(`/api/experts/${expert.id}`)).status, 404);
});
