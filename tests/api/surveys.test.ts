// SPDX-License-Identifier: Apache-2.0
// A wave from draft to results, as its facilitator sees it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let clusterId: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
});
after(() => server?.stop());

async function draft(title: string) {
  const made = await facilitator.post(`/api/clusters/${clusterId}/waves`, { title, is_baseline: false });
  assert.equal(made.status, 201, made.text);
  return made.body;
}

test('the demonstration waves stand with their response', async () => {
  const { body } = await facilitator.get(`/api/clusters/${clusterId}/waves`);
  assert.deepEqual(
    body.items.map((wave: any) => [wave.title, wave.state, wave.answered, wave.asked]),
    [
      ['After one year', 'frozen', 25, 28],
      ['Baseline', 'frozen', 22, 27],
    ],
  );
});

test('a draft takes over the members and asks five questions in three languages', async () => {
  const wave = await draft('Draft');
  const { body } = await facilitator.get(`/api/waves/${wave.id}`);
  assert.equal(body.members.length, 28);
  assert.deepEqual(
    body.questions.map((question: any) => [question.key, question.sensitivity, question.gate]),
    [
      ['know', 'open', null],
      ['communicate', 'limited', 'know'],
      ['sensitive', 'sealed', 'know'],
      ['worked_together', 'open', 'know'],
      ['competitor', 'sealed', 'worked_together'],
    ],
  );
  for (const question of body.questions) assert.deepEqual(Object.keys(question.wording), ['en', 'es', 'fr']);
  assert.match(body.questions[3].wording.en, /under the programme/);
});

test('a wave goes forward step by step and says why it does not', async () => {
  const wave = await draft('Steps');
  const step = async (name: string) => {
    const { status, body } = await facilitator.post(`/api/waves/${wave.id}/${name}`);
    return status === 200 ? body.state : body.reason;
  };
  assert.equal(await step('close'), 'wave_not_open');
  assert.equal(await step('open'), 'open');
  assert.equal(await step('open'), 'wave_not_draft');
  assert.equal(await step('close'), 'closed');
  assert.equal(await step('freeze'), 'time_of_reply');
  assert.equal(await step('reopen'), 'open');
  assert.equal((await facilitator.get(`/api/waves/${wave.id}`)).body.revision, 2);
});

test('title and last day change with If-Match; the instrument does not once open', async () => {
  const wave = await draft('Old title');
  const path = `/api/waves/${wave.id}`;
  assert.equal((await facilitator.patch(path, { title: 'New title' })).status, 428);
  const changed = await facilitator.patch(path, { title: 'New title' }, wave.version);
  assert.equal(changed.body.title, 'New title');
  assert.equal((await facilitator.patch(path, { title: 'Late' }, wave.version)).status, 412);
  const opened = await facilitator.post(`${path}/open`);
  const refused = await facilitator.patch(path, { is_baseline: true }, opened.body.version);
  assert.equal(refused.body.reason, 'instrument_frozen');
});

test('a draft that becomes the baseline asks about the time before the programme', async () => {
  const wave = await draft('To be the baseline');
  await facilitator.patch(`/api/waves/${wave.id}`, { is_baseline: true }, wave.version);
  const { body } = await facilitator.get(`/api/waves/${wave.id}`);
  assert.match(body.questions[3].wording.en, /before the programme/);
});

test('mistakes in a new wave are all named at once', async () => {
  const made = await facilitator.post(`/api/clusters/${clusterId}/waves`, {
    title: ' ',
    closes_at: '2001-01-01T00:00:00Z',
    languages: ['xx'],
  });
  assert.equal(made.status, 422);
  assert.deepEqual(
    made.body.errors.map((error: any) => [error.pointer, error.code]),
    [
      ['/title', 'required'],
      ['/closes_at', 'in_past'],
      ['/languages', 'not_allowed'],
    ],
  );
});

test('links go out by mail in the language of the member, and the database never learns them', async () => {
  const wave = await draft('Mailing');
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  assert.equal(new Set(links.map((link: any) => link.url)).size, 28);
  const sent = await facilitator.post(`/api/waves/${wave.id}/links/send`, {
    respondent_ids: links.map((link: any) => link.respondent_id),
  });
  const reachable = links.filter((link: any) => link.contact_email).length;
  assert.equal(sent.body.queued, reachable);
  assert.equal(sent.body.without_address.length, 28 - reachable);
});

test('a link given by hand is noted until it is replaced, and its message is in the language of the member', async () => {
  const wave = await draft('By hand');
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const path = `/api/waves/${wave.id}/links`;
  const linksNow = async () => (await facilitator.get(path)).body.items;
  const [first] = await linksNow();
  assert.equal(first.handed_at, null);
  assert.ok(first.message.includes(first.url) && first.message.includes(first.label));
  const opening = { en: 'Hello', es: 'Hola', fr: 'Bonjour' } as Record<string, string>;
  for (const link of await linksNow()) assert.ok(link.message.startsWith(opening[link.language] ?? 'Hello'), link.message);

  const note = `${path}/${first.respondent_id}/handed`;
  assert.equal((await facilitator.post(note)).status, 204);
  assert.notEqual((await linksNow())[0].handed_at, null);
  assert.equal((await facilitator.request('DELETE', note)).status, 204);
  assert.equal((await linksNow())[0].handed_at, null);
  await facilitator.post(note);
  await facilitator.post(`${path}/${first.respondent_id}/reissue`);
  assert.equal((await linksNow())[0].handed_at, null, 'nobody has the new link yet');
});

test('the table of links holds them all, and no cache keeps it', async () => {
  const wave = await draft('Table');
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const table = await facilitator.get(`/api/waves/${wave.id}/links.csv`);
  assert.equal(table.headers.get('cache-control'), 'no-store');
  const [header, ...rows] = table.text.trim().split('\r\n');
  assert.equal(header, 'label,contact_name,contact_phone,contact_email,language,state,url,message');
  assert.equal(rows.length, 28);
  for (const { url } of (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items) assert.ok(table.text.includes(url));
});

test('the cockpit says what to do next, and who can still answer only while the wave is open', async () => {
  const wave = await draft('Cockpit');
  const cockpit = async () => (await facilitator.get(`/api/waves/${wave.id}/cockpit`)).body;
  assert.equal((await cockpit()).next.key, 'open');
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const open = await cockpit();
  assert.deepEqual([open.next.key, open.next.n, open.missing.length], ['give_links', 28, 28]);
  // 65% of 28 are 18.2, 80% are 22.4.
  assert.deepEqual(open.thresholds, [
    { level: 'directional', needed: 19, missing: 19 },
    { level: 'full', needed: 23, missing: 23 },
  ]);
  assert.ok(open.missing.every((member: any) => !('url' in member) && !('named_by' in member)));
  await facilitator.post(`/api/waves/${wave.id}/close`);
  const closed = await cockpit();
  assert.deepEqual([closed.next.key, closed.missing], ['wait', []]);
});

test('a stranger to the cluster finds no wave', async () => {
  const wave = await draft('Private');
  const official = await server.as('claudia@gd.example');
  for (const path of ['', '/links', '/links.csv', '/cockpit', '/network', '/network.csv', '/ties.csv'])
    assert.equal((await official.get(`/api/waves/${wave.id}${path}`)).status, 404, path);
});
