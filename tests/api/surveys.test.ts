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

const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

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

test('a draft is deleted, a wave whose link was opened is not, and the history keeps the title', async () => {
  const wave = await draft('A mistake');
  const path = `/api/waves/${wave.id}`;
  assert.equal((await facilitator.remove(path)).status, 428);
  assert.equal((await facilitator.remove(path, wave.version + 1)).status, 412);
  assert.equal((await facilitator.remove(path, wave.version)).status, 204);
  assert.equal((await facilitator.get(path)).status, 404);
  const { items } = (await facilitator.get(`/api/clusters/${clusterId}/history`)).body;
  assert.deepEqual(items[0].fields_changed, [{ name: 'waves', before: ['A mistake'], after: [] }]);
  assert.equal(items[0].is_undoable, false);

  const used = await draft('In use');
  await facilitator.post(`/api/waves/${used.id}/open`);
  const links = (await facilitator.get(`/api/waves/${used.id}/links`)).body.items;
  await server.client().post('/api/answer/session', { token: links[0].url.split('#')[1] });
  const { version } = (await facilitator.get(`/api/waves/${used.id}`)).body;
  const refused = await facilitator.remove(`/api/waves/${used.id}`, version);
  assert.equal(refused.body.reason, 'wave_in_use');
});

/// What would be sent to keep the design as it is.
const kept = (design: any) =>
  design.questions
    .filter((each: any) => each.is_asked)
    .map(({ key, sensitivity, wording, is_own_wording }: any) => ({ key, sensitivity, wording: is_own_wording ? wording : {} }));

const designOf = async (wave: any) => (await facilitator.get(`/api/waves/${wave.id}/design`)).body;

test('a wave adds optional questions, in own words; a changed wording breaks the series', async () => {
  const wave = await draft('Designed');
  const design = await designOf(wave);
  assert.equal(design.previous_title, 'In use');
  assert.deepEqual(
    design.questions.filter((each: any) => !each.is_asked).map((each: any) => [each.key, each.sensitivity, each.scale]),
    [
      ['advice', 'limited', 'binary'],
      ['referrals', 'limited', 'binary'],
      ['reliability', 'sealed', 'level4'],
      ['contribution', 'sealed', 'level4'],
      ['external_ties', 'open', 'frequency4'],
    ],
  );
  const own = { en: 'Whom do you trust?', es: '¿En quién confía?', fr: 'À qui faites-vous confiance ?' };
  const questions = kept(design).map((each: any) => (each.key === 'sensitive' ? { ...each, wording: own } : each));
  questions.push({ key: 'reliability', sensitivity: 'sealed', wording: {} });
  const put = (version?: number) => facilitator.put(`/api/waves/${wave.id}/design`, { questions }, version && ifMatch(version));
  assert.equal((await put()).status, 428);
  const changed = await put(design.version);
  assert.equal(changed.status, 200, changed.text);
  assert.equal((await put(design.version)).status, 412);

  await facilitator.post(`/api/waves/${wave.id}/open`);
  const { body } = await facilitator.get(`/api/waves/${wave.id}`);
  assert.deepEqual(
    body.questions.map((each: any) => [each.key, each.breaks_series]),
    [
      ['know', false],
      ['communicate', false],
      ['sensitive', true],
      ['worked_together', false],
      ['competitor', false],
      ['reliability', false],
    ],
  );
  assert.equal(body.questions[2].wording.es, own.es, 'the opening leaves own words alone');
});

test('a new wave takes over the questions of another, own words included', async () => {
  const waves = (await facilitator.get(`/api/clusters/${clusterId}/waves`)).body.items;
  const like = (title: string, from: string) =>
    facilitator.post(`/api/clusters/${clusterId}/waves`, { title, is_baseline: false, same_questions_as: from });
  const designed = waves.find((each: any) => each.title === 'Designed');
  const made = await like('Again', designed.id);
  const { questions } = (await facilitator.get(`/api/waves/${made.body.id}`)).body;
  assert.equal(questions.at(-1).key, 'reliability');
  assert.equal(questions[2].wording.en, 'Whom do you trust?');
  assert.ok(questions.every((each: any) => !each.breaks_series));
  const foreign = await like('Foreign', clusterId);
  assert.deepEqual([foreign.status, foreign.body.errors[0].pointer], [422, '/same_questions_as']);
});

test('once open, questions are only kept more strictly, and the history says so', async () => {
  const wave = await draft('Stricter');
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const send = async (change: (questions: any[]) => any[]) => {
    const design = await designOf(wave);
    return facilitator.put(`/api/waves/${wave.id}/design`, { questions: change(kept(design)) }, ifMatch(design.version));
  };
  const keeping = (key: string, sensitivity: string) => (questions: any[]) =>
    questions.map((each) => (each.key === key ? { ...each, sensitivity } : each));
  const longer = await send((questions) => [...questions, { key: 'advice', sensitivity: 'limited', wording: {} }]);
  assert.equal(longer.body.reason, 'only_stricter');
  const gate = await send(keeping('know', 'sealed'));
  assert.deepEqual([gate.body.errors[0].pointer, gate.body.errors[0].code], ['/questions/0/sensitivity', 'is_gate']);
  assert.equal((await send(keeping('communicate', 'sealed'))).status, 200);
  assert.equal((await send(keeping('communicate', 'limited'))).body.reason, 'only_stricter');
  const { body } = await facilitator.get(`/api/waves/${wave.id}`);
  assert.equal(body.questions[1].sensitivity, 'sealed');
  const { items } = (await facilitator.get(`/api/clusters/${clusterId}/history`)).body;
  assert.deepEqual(items[0].fields_changed[0].after, [
    { wave: 'Stricter', key: 'communicate', sensitivity: 'sealed', purposes: ['evaluation'] },
  ]);
});

test('the survey is previewed as any member, and nothing comes of it', async () => {
  const wave = await draft('Looked at before');
  const { members } = (await facilitator.get(`/api/waves/${wave.id}`)).body;
  const { status, body } = await facilitator.get(`/api/waves/${wave.id}/members/${members[3].id}/preview`);
  assert.equal(status, 200);
  assert.equal(body.me.label, members[3].label);
  assert.equal(body.roster.length, 27);
  assert.deepEqual([body.state, body.consent.given, body.answers], ['invited', null, []]);
  const stranger = await facilitator.get(`/api/waves/${wave.id}/members/${wave.id}/preview`);
  assert.equal(stranger.status, 404);
  const after = (await facilitator.get(`/api/waves/${wave.id}`)).body.members;
  assert.ok(after.every((each: any) => each.state === 'invited'));
});

test('a pilot asks a few, counts nowhere and goes when the wave opens', async () => {
  const wave = await draft('Tried out');
  const { members } = (await facilitator.get(`/api/waves/${wave.id}`)).body;
  const nobody = await facilitator.post(`/api/waves/${wave.id}/pilot`, { members: [] });
  assert.deepEqual([nobody.status, nobody.body.errors[0].pointer], [422, '/members']);
  const made = await facilitator.post(`/api/waves/${wave.id}/pilot`, { members: members.slice(0, 3).map((each: any) => each.id) });
  assert.equal(made.status, 201, made.text);
  const pilot = made.body.id;
  const links = (await facilitator.get(`/api/waves/${pilot}/links`)).body.items;
  assert.equal(links.length, 3);
  const visitor = server.client();
  await visitor.post('/api/answer/session', { token: links[0].url.split('#')[1] });
  const page = (await visitor.get('/api/answer')).body;
  assert.deepEqual([page.wave.is_pilot, page.roster.length], [true, 27]);

  const titles = (await facilitator.get(`/api/clusters/${clusterId}/waves`)).body.items.map((each: any) => each.id);
  assert.ok(!titles.includes(pilot));
  assert.equal((await facilitator.get(`/api/waves/${wave.id}`)).body.pilots[0].asked, 3);
  assert.equal((await facilitator.get(`/api/waves/${pilot}/network`)).status, 404);
  assert.equal((await facilitator.post(`/api/waves/${pilot}/freeze`)).body.reason, 'is_pilot');
  await facilitator.post(`/api/waves/${wave.id}/open`);
  assert.equal((await facilitator.get(`/api/waves/${pilot}`)).status, 404);
  assert.equal((await visitor.get('/api/answer')).body.reason, 'link_unknown');
});

test('who will see what is told to who is asked and who asks, and to nobody else', async () => {
  const wave = await draft('Told before');
  const path = `/waves/${wave.id}/who-sees-what`;
  const page = await facilitator.get(path);
  assert.equal(page.status, 200);
  assert.match(page.text, /totals only, no name/);
  assert.match(page.text, /<svg class="k-sample"/);
  assert.match(page.text, /Organizations that members add themselves.*only from 5 members on/s);
  assert.equal((await server.client().get(path)).status, 404);
  assert.equal((await server.client().get('/who-sees-what')).status, 401);
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const visitor = server.client();
  await visitor.post('/api/answer/session', { token: links[0].url.split('#')[1] });
  const spanish = await visitor.get('/who-sees-what?lang=es');
  assert.equal(spanish.status, 200);
  assert.match(spanish.text, /solo totales, ningún nombre/);
  assert.match(spanish.text, /y cuántos miembros la dieron: enseguida, y nunca quién/);
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
  assert.equal(header, 'label,contact_name,contact_phone,contact_email,language,state,url,code,message');
  assert.equal(rows.length, 28);
  for (const { url, code } of (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items)
    assert.ok(table.text.includes(`${url},${code}`));
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
