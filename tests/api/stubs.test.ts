// SPDX-License-Identifier: Apache-2.0
// The organization behind a stub is told before anybody sees its page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let officer: Client; // of Dominica
let national: Client; // of Grenada
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  officer = await server.as('francine@m27.example');
  national = await server.as('claudia@gd.example');
});
after(() => server.stop());

const form = (fields: Record<string, string>) => ({
  raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(fields).toString() },
});

async function stub(name: string) {
  const made = await officer.post('/api/organizations', { name, kind: 'bso', country_code: 'DM', source: 'Yearbook 2025' });
  assert.equal(made.status, 201, made.text);
  return made.body;
}
const publish = (made: any) => officer.patch(`/api/organizations/${made.id}`, { publication: 'published' }, made.version);
const write = (made: any, letter: object, by = officer) => by.post(`/api/stubs/organization/${made.id}/letters`, letter);
const listed = async (made: any) =>
  (await officer.get('/api/stubs?limit=200')).body.items.find((each: any) => each.id === made.id);

async function tokenMailedTo(address: string) {
  const row = (await visitor.get('/dev/mail')).text.split('<tr>').find((each) => each.includes(address));
  const text = (await visitor.get(/href="(\/dev\/mail\/[^"]+)"/.exec(row!)![1]!)).text;
  const url = /href="(http[^"]+\/letter\?[^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&');
  return { text, token: new URL(url).searchParams.get('token')!, path: new URL(url).pathname + new URL(url).search };
}

test('a stub made from what somebody knew waits on the desk until its source is found', async () => {
  const made = await stub('Roseau Yard');
  const waiting = async () =>
    (await officer.get('/api/upkeep?reason=source&limit=200')).body.items.find((each: any) => each.id === made.id);
  assert.equal((await waiting()).source, 'Yearbook 2025');
  const before = (await officer.get('/api/desk')).body.sources;
  const found = await officer.patch(`/api/organizations/${made.id}`, { source_url: 'https://y.example/2025' }, made.version);
  assert.equal(found.status, 200, found.text);
  assert.equal(await waiting(), undefined);
  assert.equal((await officer.get('/api/desk')).body.sources, before - 1);
});

test('the page and the list say that a source is not confirmed yet', async () => {
  const page = await visitor.get('/organizations/antigua-and-barbuda-investment-authority');
  assert.ok(page.text.includes('This source is not confirmed yet.'));
  assert.ok((await visitor.get('/organizations?country=AG')).text.includes('Source not confirmed yet'));
  assert.ok(!(await visitor.get('/organizations?country=GD&kind=firm')).text.includes('Source not confirmed yet'));
});

test('a stub that nobody was told of is not published, neither at once nor later', async () => {
  const made = await stub('Untold Desk');
  assert.deepEqual([(await publish(made)).status, (await publish(made)).body.reason], [409, 'not_written_to']);
  const at_once = await officer.post('/api/organizations', {
    name: 'Untold At Once', kind: 'bso', country_code: 'DM', source: 'Yearbook', publication: 'published',
  });
  assert.deepEqual([at_once.status, at_once.body.reason], [409, 'not_written_to']);
  assert.equal((await listed(made)).letter, null);
  assert.ok((await officer.get('/api/desk')).body.stubs >= 1);
});

test('a mail gives fourteen days, says what the page will say, and its link changes nothing by itself', async () => {
  const made = await stub('Mailed Desk');
  assert.equal((await write(made, { channel: 'mail', address: 'nobody' })).status, 422);
  const sent = await write(made, { channel: 'mail', address: 'office@mailed.example' });
  assert.equal(sent.status, 201, sent.text);
  const days = (Date.parse(sent.body.due_on) - Date.parse(sent.body.written_on)) / 86_400_000;
  assert.equal(days, 14);
  assert.equal((await publish(made)).body.reason, 'answer_awaited');
  const { text, path } = await tokenMailedTo('office@mailed.example');
  assert.ok(text.includes('Mailed Desk') && text.includes('Yearbook 2025'));
  assert.equal((await visitor.get(path)).status, 200);
  assert.equal((await listed(made)).letter.state, 'sent');
});

test('an objection keeps the page unpublished and tells whoever wrote', async () => {
  const made = await stub('Objecting Desk');
  await write(made, { channel: 'mail', address: 'office@objecting.example' });
  const { token } = await tokenMailedTo('office@objecting.example');
  const answer = await visitor.post('/letter', undefined, form({ token, state: 'objected', answer: 'We closed.' }));
  assert.equal(answer.status, 200, answer.text);
  assert.equal((await listed(made)).letter.answer, 'We closed.');
  assert.equal((await publish(made)).body.reason, 'objected');
  const row = (await visitor.get('/dev/mail')).text.split('<tr>').find((each) => each.includes('francine@m27.example'));
  assert.ok(row?.includes('Objecting Desk'));
});

test('a correction needs words, and the page may still be published', async () => {
  const made = await stub('Correcting Desk');
  await write(made, { channel: 'mail', address: 'office@correcting.example' });
  const { token } = await tokenMailedTo('office@correcting.example');
  assert.equal((await visitor.post('/letter', undefined, form({ token, state: 'corrected', answer: ' ' }))).status, 422);
  await visitor.post('/letter', undefined, form({ token, state: 'corrected', answer: 'We moved to Portsmouth.' }));
  assert.equal((await listed(made)).letter.state, 'corrected');
  assert.equal((await publish(made)).body.reason, 'answer_awaited');
});

test('a recorded call counts at once, a recorded letter after its days', async () => {
  const called = await stub('Called Desk');
  assert.equal((await write(called, { channel: 'phone' })).status, 422, 'who was reached is needed');
  await write(called, { channel: 'phone', note: 'The director agreed.' });
  assert.equal((await publish(called)).status, 200);
  const posted = await stub('Posted Desk');
  await write(posted, { channel: 'letter', note: 'To the secretary', written_on: '2025-01-02' });
  assert.equal((await publish(posted)).status, 200);
  const future = await write(await stub('Future Desk'), { channel: 'visit', note: 'Next year', written_on: '2999-01-01' });
  assert.equal(future.status, 422);
});

test('stubs of another country are out of reach', async () => {
  const made = await stub('Far Desk');
  assert.equal((await write(made, { channel: 'phone', note: 'Someone' }, national)).status, 404);
  assert.equal((await visitor.get('/letter?token=forged.AAAA')).status, 404);
});

test('a page that its own people keep is published without a letter', async () => {
  const made = await officer.post('/api/organizations', { name: 'No Source Desk', kind: 'bso', country_code: 'DM' });
  const shown = await officer.patch(`/api/organizations/${made.body.id}`, { publication: 'published' }, made.body.version);
  assert.equal(shown.status, 200, shown.text);
});
