// SPDX-License-Identifier: Apache-2.0
// Answers in other hands: forms on paper, what is typed in from them, and what the member makes of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pagesOfPdf } from '../documents.ts';
import { TestServer, type Client } from '../harness.ts';
import { facilitated, openWave as openWaveOf, visitor as visitorOf } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;

before(async () => {
  server = await TestServer.start();
  ({ facilitator, cluster } = await facilitated(server));
});
after(() => server?.stop());

const openWave = (title: string) => openWaveOf(facilitator, cluster, title);
const visitor = (link: any) => visitorOf(server, link);

/// The pages of a PDF as text.
async function pagesOf(path: string): Promise<string[]> {
  const answer = await facilitator.get(path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return pagesOfPdf(answer.bytes);
}

/// The newest mail in the development mailbox as text.
async function newestMail(): Promise<string> {
  const asPage = { headers: { accept: 'text/html' } };
  const list = (await server.client().get('/dev/mail', asPage)).text;
  const path = list.match(/href="(\/dev\/mail\/[^"]+)"/)![1]!;
  return (await server.client().get(path, asPage)).text.replaceAll('&amp;', '&');
}

const entry = (wave: any, link: any) => `/api/waves/${wave.id}/entries/${link.respondent_id}`;

/// Ties of value 1, or of those given.
const ties = (alters: string[], values: number[] = []) =>
  alters.map((alter_id, i) => ({ alter_id, value: values[i] ?? 1 }));

const answered = (question_id: string, values: any[]) => ({ question_id, state: 'answered', values });

test('a personal form names its member, every other one by number, and asks nothing sealed', async () => {
  const { wave, links } = await openWave('On paper');
  const link = links[2];
  const pages = await pagesOf(`/api/waves/${wave.id}/form.pdf?respondent_id=${link.respondent_id}`);
  const text = pages.join('\n').replace(/\s+/g, ' ');
  assert.match(text, new RegExp(`\\(number 3\\)|\\(número 3\\)|\\(numéro 3\\)`));
  const language = link.language;
  const sealed = wave.questions.filter((each: any) => each.sensitivity === 'sealed');
  assert.equal(sealed.length, 2);
  for (const { wording } of sealed)
    assert.ok(!text.includes(wording[language].slice(0, 40)), 'nothing sealed');
  for (const { wording, sensitivity } of wave.questions)
    if (sensitivity !== 'sealed') assert.ok(text.includes(wording[language].slice(0, 30)), wording[language]);
  const reference = (await facilitator.get(`/api/waves/${wave.id}/entries`)).body.items[2].reference;
  const shown = `${reference.slice(0, 4)}-${reference.slice(4)}`;
  pages.forEach((page, i) => {
    assert.ok(page.includes(shown), 'on every page');
    assert.match(page, new RegExp(`${i + 1} (of|de|sur) ${pages.length}`));
  });
});

test('all who have not finished get a form in their language, with its accents', async () => {
  const { wave, links } = await openWave('Everybody');
  const pages = await pagesOf(`/api/waves/${wave.id}/form.pdf?paper=letter`);
  const first = pages.filter((page) => /\b1 (of|de|sur) \d/.test(page));
  assert.equal(first.length, links.length);
  const spoken = new Set(links.map((link: any) => link.language));
  if (spoken.has('es')) assert.ok(first.some((page) => page.includes('número')));
  if (spoken.has('fr')) assert.ok(first.some((page) => page.includes('numéro')));
});

test('a general form is in the language that is asked for, and a draft has none', async () => {
  const { wave } = await openWave('General');
  const text = (await pagesOf(`/api/waves/${wave.id}/form.pdf?kind=general&language=fr`)).join('\n');
  assert.match(text, /Comment remplir ce formulaire/);
  const draft = await facilitator.post(`/api/clusters/${cluster}/waves`, {
    title: 'Draft',
    is_baseline: false,
  });
  assert.equal((await facilitator.get(`/api/waves/${draft.body.id}/form.pdf`)).body.reason, 'wave_not_open');
  assert.equal((await facilitator.get(`/api/waves/${wave.id}/form.pdf?language=de`)).status, 422);
});

test('cards hold every member’s name and card code, eight to a page', async () => {
  const { wave, links } = await openWave('Cards');
  const pages = await pagesOf(`/api/waves/${wave.id}/cards.pdf?paper=letter`);
  assert.equal(pages.length, Math.ceil(links.length / 8));
  const text = pages.join(' ').replace(/\s+/g, ' ');
  for (const { code } of links) assert.ok(text.includes(code), code);
});

test('a typed form counts once it is entered, as its member’s, and the member sees and corrects it', async () => {
  const { wave, links, question } = await openWave('Typed');
  const [link, a, b, c] = links;
  const [first, second, third] = [a, b, c].map((each: any) => each.wave_member_id);
  const draft = {
    mode: 'paper',
    consent: 'aggregate',
    language: 'en',
    typed_rows: [
      answered(question('communicate'), ties([first, second], [3, 2])),
      answered(question('know'), ties([first, second, third])),
      { question_id: question('worked_together'), state: 'answered_empty', values: [] },
    ],
  };
  assert.equal((await facilitator.put(entry(wave, link), draft)).status, 200);
  assert.equal((await facilitator.get(`/api/waves/${wave.id}`)).body.answered, 0, 'a draft counts nowhere');
  const kept = await facilitator.get(entry(wave, link));
  assert.deepEqual([kept.body.is_draft, kept.body.typed_rows.length], [true, 3]);

  const entered = await facilitator.post(`${entry(wave, link)}/enter`);
  assert.equal(entered.status, 200, entered.text);
  assert.deepEqual(
    [entered.body.kept, entered.body.entry.is_draft, entered.body.entry.typed_rows],
    [[], false, []],
  );
  assert.equal(entered.body.entry.is_notified, link.contact_email !== null);
  assert.equal((await facilitator.get(`/api/waves/${wave.id}`)).body.answered, 1);
  const line = (await facilitator.get(`/api/waves/${wave.id}/entries`)).body.items[0];
  assert.deepEqual([line.mode, line.state, line.entered_by_name !== null], ['paper', 'done', true]);

  if (link.contact_email) {
    const letter = await newestMail();
    assert.match(letter, /Your answers were typed in from your paper form/);
    assert.ok(letter.includes(link.url), 'with its own link');
  }

  const member = await visitor(link);
  const page = (await member.get('/api/answer')).body;
  assert.equal(page.entered.mode, 'paper');
  assert.deepEqual(
    [...page.entered.question_ids].sort(),
    ['communicate', 'know', 'worked_together'].map(question).sort(),
  );
  assert.equal(page.consent.given, 'aggregate');
  assert.equal(page.answers.length, 5, 'what was entered in its name it may see, for figures only or not');
  const days = (Date.parse(page.entered.correct_until) - Date.parse(page.entered.entered_at)) / 86_400_000;
  assert.equal(days, 10);

  // The wave is closed meanwhile; what was entered can still be corrected, and nothing else.
  await facilitator.post(`/api/waves/${wave.id}/close`);
  const again = await visitor(link);
  for (const [sequence, value] of [
    [1, 1],
    [2, 2],
  ]) {
    const tap = { value, device: 'phone', sequence };
    const path = `/api/answer/questions/${question('communicate')}/alters/${first}`;
    const put = await again.put(path, tap);
    assert.equal(put.status, 204, `as often as it likes: ${put.text}`);
  }
  const late = { state: 'answered', values: ties([first]), device: 'phone', sequence: 2 };
  const sealed = await again.put(`/api/answer/questions/${question('sensitive')}`, late);
  assert.equal(sealed.body.reason, 'wave_closed');
  const other = server.client();
  const token = links[5].url.slice(links[5].url.indexOf('#') + 1);
  assert.equal((await other.post('/api/answer/session', { token })).body.reason, 'wave_closed');
  const after = (await again.get('/api/answer')).body;
  assert.ok(!after.entered.question_ids.includes(question('communicate')), 'that row is its own now');
});

test('nothing sealed is typed, nothing half-read is entered, and nobody without consent', async () => {
  const { wave, links, question } = await openWave('Guards');
  const [link, a, b] = links;
  const [first, second] = [a, b].map((each: any) => each.wave_member_id);
  const draft = (change: object) => ({
    mode: 'interview',
    consent: 'facilitator',
    language: 'en',
    typed_rows: [answered(question('know'), ties([first]))],
    ...change,
  });
  const save = (change: object) => facilitator.put(entry(wave, link), draft(change));
  const enter = () => facilitator.post(`${entry(wave, link)}/enter`);
  const codes = (answer: any) => answer.body.errors.map((each: any) => `${each.pointer} ${each.code}`);

  const sealed = await save({ typed_rows: [answered(question('sensitive'), ties([first]))] });
  assert.deepEqual(codes(sealed), ['/typed_rows/0/question_id asked_by_link_only']);
  assert.deepEqual(codes(await save({ mode: 'import' })), ['/mode not_allowed']);
  await save({ consent: null });
  assert.deepEqual(codes(await enter()), ['/consent required']);
  await save({ typed_rows: [{ ...answered(question('know'), ties([first])), unread: '99' }] });
  assert.deepEqual(codes(await enter()), ['/typed_rows/0/unread not_read']);
  await save({
    typed_rows: [
      answered(question('know'), ties([first])),
      answered(question('communicate'), ties([second])),
    ],
  });
  assert.deepEqual(codes(await enter()), ['/typed_rows/1/values behind_gate']);
  assert.equal((await facilitator.get(`/api/waves/${wave.id}`)).body.answered, 0, 'nothing half-saved');
  assert.equal((await facilitator.request('DELETE', entry(wave, link))).status, 204);
  assert.equal((await facilitator.get(entry(wave, link))).body.is_draft, false);
});

test('what the member said itself stands', async () => {
  const { wave, links, question } = await openWave('Own words');
  const [link, a, b] = links;
  const [first, second] = [a, b].map((each: any) => each.wave_member_id);
  const member = await visitor(link);
  const page = (await member.get('/api/answer')).body;
  const consent = { consent: 'facilitator', consent_version: page.consent.version, language: 'en' };
  await member.put('/api/answer/consent', consent);
  const know = `/api/answer/questions/${question('know')}/alters/${first}`;
  assert.equal((await member.put(know, { value: 1, device: 'phone', sequence: 1 })).status, 204);

  const rows = (...typed_rows: any[]) => ({
    mode: 'paper',
    consent: 'aggregate',
    language: 'en',
    typed_rows,
  });
  await facilitator.put(entry(wave, link), rows(answered(question('know'), ties([second]))));
  assert.equal((await facilitator.post(`${entry(wave, link)}/enter`)).body.reason, 'answered_itself');
  const both = rows(
    answered(question('know'), ties([second])),
    answered(question('worked_together'), ties([first])),
  );
  await facilitator.put(entry(wave, link), both);
  const entered = await facilitator.post(`${entry(wave, link)}/enter`);
  assert.deepEqual(entered.body.kept, [question('know')], entered.text);
  const now = (await member.get('/api/answer')).body;
  assert.equal(now.consent.given, 'facilitator', 'its own consent stands too');
  assert.deepEqual(
    now.answers.map((each: any) => [each.question_id, each.alter_id]).sort(),
    [
      [question('know'), first],
      [question('worked_together'), first],
    ].sort(),
  );
});

test('who has declined is entered by nobody, and declining forgets what was typed', async () => {
  const { wave, links, question } = await openWave('Declined');
  const [link, a] = links;
  const draft = {
    mode: 'paper',
    consent: 'aggregate',
    language: 'en',
    typed_rows: [answered(question('know'), ties([a.wave_member_id]))],
  };
  await facilitator.put(entry(wave, link), draft);
  const member = await visitor(link);
  assert.equal((await member.post('/api/answer/decline')).status, 204);
  assert.equal((await facilitator.get(entry(wave, link))).body.is_draft, false);
  assert.equal((await facilitator.put(entry(wave, link), draft)).body.reason, 'has_declined');
});

test('what somebody types is read by nobody else before it is entered', async () => {
  const { wave, links } = await openWave('Strangers');
  const official = await server.as('claudia@gd.example');
  for (const path of ['/form.pdf', '/cards.pdf', '/entries', `/entries/${links[0].respondent_id}`])
    assert.equal((await official.get(`/api/waves/${wave.id}${path}`)).status, 404, path);
});

test('after the end an entered form opens its own questions, and nothing wider', async () => {
  const { wave, links, question } = await openWave('Ended');
  const [link, a, b] = links;
  const [first, second] = [a, b].map((each: any) => each.wave_member_id);
  const own = await visitor(link);
  const { version } = (await own.get('/api/answer')).body.consent;
  const figuresOnly = { consent: 'aggregate', consent_version: version, language: 'en', device: 'phone' };
  const agreed = await own.put('/api/answer/consent', figuresOnly);
  assert.equal(agreed.status, 204, agreed.text);
  const tap = { value: 1, device: 'phone', sequence: 1 };
  const begun = await own.put(`/api/answer/questions/${question('know')}/alters/${second}`, tap);
  assert.equal(begun.status, 204, begun.text);
  await facilitator.put(entry(wave, link), {
    mode: 'paper',
    consent: 'aggregate',
    language: 'en',
    typed_rows: [{ question_id: question('worked_together'), state: 'answered_empty', values: [] }],
  });
  const entered = await facilitator.post(`${entry(wave, link)}/enter`);
  assert.equal(entered.status, 200, entered.text);
  const stateOf = (page: any, key: string) =>
    page.questions.find((each: any) => each.id === question(key)).state;
  const before = stateOf((await own.get('/api/answer')).body, 'know');
  await facilitator.post(`/api/waves/${wave.id}/close`);

  const late = await visitor(link);
  for (const more of [
    { consent: 'facilitator' },
    { shares_with_members: true },
    { shares_with_research: true },
  ]) {
    const wider = await late.put('/api/answer/consent', { ...figuresOnly, ...more });
    assert.equal(wider.body.reason, 'wave_closed', wider.text);
  }
  const unlisted = await late.put('/api/answer/unlisted/00000000-0000-4000-8000-000000000001', {
    name: 'Somebody new',
    country_code: 'GD',
    device: 'phone',
    sequence: 2,
  });
  assert.equal(unlisted.body.reason, 'wave_closed', unlisted.text);
  assert.equal((await late.post('/api/answer/finish')).status, 200);
  assert.equal(
    stateOf((await late.get('/api/answer')).body, 'know'),
    before,
    'what was begun is not ended by it',
  );
});
