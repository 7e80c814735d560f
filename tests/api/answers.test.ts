// SPDX-License-Identifier: Apache-2.0
// Answering by personal link, and what nobody gets to see of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { facilitated, openWave, respondent, tokenOf, visitor } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let wave: any;
let links: any[];
let question: (key: string) => string;

before(async () => {
  server = await TestServer.start();
  const { facilitator: alana, cluster } = await facilitated(server);
  facilitator = alana;
  ({ wave, links, question } = await openWave(facilitator, cluster, 'Answers'));
});
after(() => server?.stop());

const tap = (
  client: Client,
  key: string,
  alter: string,
  value: number | null,
  sequence: number,
  device = 'phone',
) => client.put(`/api/answer/questions/${question(key)}/alters/${alter}`, { value, device, sequence });

test('the cookie is for this host, for no script, and says nothing', async () => {
  const answer = await server.client().post('/api/answer/session', { token: tokenOf(links[0]) });
  const cookie = answer.headers.getSetCookie()[0]!;
  assert.match(cookie, /HttpOnly/i);
  assert.match(cookie, /SameSite=Strict/i);
  assert.doesNotMatch(cookie, new RegExp(links[0].respondent_id));
});

test('the page asks, in the own group first, and leaves the own name out', async () => {
  const { page } = await respondent(server, links[0]);
  assert.equal(page.roster.length, 27);
  assert.ok(!page.roster.some((member: any) => member.id === page.me.member_id));
  const firstOther = page.roster.findIndex((member: any) => !member.own_group);
  assert.ok(page.roster.slice(firstOther).every((member: any) => !member.own_group));
  assert.equal(page.roster[firstOther].group, page.start_group);
});

test('no cache keeps links or answers', async () => {
  const { client } = await respondent(server, links[0]);
  for (const answer of [
    await client.get('/api/answer'),
    await facilitator.get(`/api/waves/${wave.id}/links`),
  ])
    assert.match(answer.headers.get('cache-control')!, /no-store/);
});

test('each tap is kept; the last one received counts', async () => {
  const { client, page } = await respondent(server, links[1]);
  const [alter] = page.roster;
  assert.equal((await tap(client, 'communicate', alter.id, 3, 7)).status, 204);
  assert.equal(
    (await tap(client, 'communicate', alter.id, 1, 5)).status,
    204,
    'a late repetition is no error',
  );
  assert.deepEqual((await client.get('/api/answer')).body.answers, [
    { question_id: question('communicate'), alter_id: alter.id, value: 3 },
  ]);
  await tap(client, 'communicate', alter.id, null, 1, 'laptop');
  assert.deepEqual((await client.get('/api/answer')).body.answers, []);
});

// Whoever prints the sheet of links can open every one of them.
test('what counts in figures only comes back to the device that gave it, and to no other', async () => {
  const { client, page } = await respondent(server, links[10]);
  const agreed = {
    consent: 'aggregate',
    consent_version: page.consent.version,
    language: 'en',
    device: 'phone',
  };
  assert.equal((await client.put('/api/answer/consent', agreed)).status, 204);
  await tap(client, 'communicate', page.roster[0].id, 3, 1);
  const facilitators = await visitor(server, links[10]);
  const answersAt = async (who: Client, device: string) =>
    (await who.get(`/api/answer?device=${device}`)).body.answers.length;
  assert.deepEqual([await answersAt(client, 'phone'), await answersAt(facilitators, 'office')], [1, 0]);
  await facilitators.put('/api/answer/consent', { ...agreed, consent: 'facilitator', device: 'office' });
  assert.equal(await answersAt(facilitators, 'office'), 0, 'a consent given elsewhere uncovers nothing');
});

test('a page answers for its own member only, when another link was opened in the same browser', async () => {
  const { client, page } = await respondent(server, links[4]);
  const opened = await client.post('/api/answer/session', { token: tokenOf(links[5]) });
  assert.equal(opened.status, 204);
  const path = `/api/answer/questions/${question('know')}/alters/${page.roster[0].id}`;
  const late = { method: 'PUT', body: { value: 1, device: 'tablet', sequence: 1 } };
  const refused = await client.request(late.method, path, {
    body: late.body,
    headers: { 'konbit-answers-for': page.me.member_id },
  });
  assert.deepEqual([refused.status, refused.body.reason], [409, 'other_respondent']);
  assert.deepEqual(
    (await client.get('/api/answer')).body.answers,
    [],
    'nothing was written for the other member',
  );
});

test('answers wait for consent, and consent to another text is refused', async () => {
  const client = await visitor(server, links[2]);
  const page = (await client.get('/api/answer')).body;
  assert.equal((await tap(client, 'know', page.roster[0].id, 1, 1)).body.reason, 'consent_missing');
  const old = { consent: 'facilitator', consent_version: 'older', language: 'en' };
  assert.equal((await client.put('/api/answer/consent', old)).body.reason, 'consent_changed');
});

test('a foreign, a made-up and a replaced token each get their reason', async () => {
  const stranger = server.client();
  const reasonOf = async (token: string) => {
    const answer = await stranger.post('/api/answer/session', { token });
    assert.equal(answer.status, 401);
    return answer.body.reason;
  };
  const [reference] = tokenOf(links[3]).split('-');
  const [, foreign] = tokenOf(links[4]).split('-');
  assert.equal(await reasonOf(`${reference}-${foreign}`), 'link_unknown');
  assert.equal(await reasonOf('ABCDEFGH-00000000000000000000000000'), 'link_unknown');
  const opened = await visitor(server, links[3]);
  const renewed = await facilitator.post(`/api/waves/${wave.id}/links/${links[3].respondent_id}/reissue`);
  assert.equal(await reasonOf(tokenOf(links[3])), 'link_replaced');
  assert.equal(
    (await opened.get('/api/answer')).body.reason,
    'link_replaced',
    'sessions of the old link end too',
  );
  await visitor(server, renewed.body);
});

test('declining erases what was answered, and the name stays on the roster', async () => {
  const { client, page } = await respondent(server, links[5]);
  await tap(client, 'know', page.roster[0].id, 1, 1);
  assert.equal((await client.post('/api/answer/decline')).status, 204);
  const after = (await client.get('/api/answer')).body;
  assert.deepEqual([after.state, after.answers, after.consent.given], ['declined', [], null]);
  const { body } = await facilitator.get(`/api/waves/${wave.id}`);
  assert.equal(body.members.find((member: any) => member.id === page.me.member_id).state, 'declined');
});

test('a sealed question is answered as a whole and never by taps', async () => {
  const { client, page } = await respondent(server, links[6]);
  assert.equal((await tap(client, 'sensitive', page.roster[0].id, 1, 1)).body.reason, 'question_sealed');
  const path = `/api/answer/questions/${question('sensitive')}`;
  const whole = {
    state: 'answered',
    values: [{ alter_id: page.roster[0].id, value: 1 }],
    device: 'phone',
    sequence: 2,
  };
  assert.equal((await client.put(path, whole)).status, 204);
  const again = (await client.get('/api/answer')).body;
  assert.equal(again.questions.find((each: any) => each.key === 'sensitive').state, 'answered');
  assert.deepEqual(again.answers, []);
});

const tie = (page: any, at: number, value: number | null, sequence: number) => ({ alter_id: page.roster[at].id, value, sequence });

/// Ties and ends of questions as a phone tells them together; the last thing said is that the second is not known.
const saidTogether = (page: any) => ({
  device: 'phone',
  questions: [
    { question_id: question('know'), ties: [tie(page, 0, 1, 1), tie(page, 1, 1, 2)], row: { state: 'answered', sequence: 3 } },
    { question_id: question('communicate'), ties: [tie(page, 0, 2, 4), tie(page, 1, 1, 5)] },
    {
      question_id: question('sensitive'),
      row: { state: 'answered', values: [{ alter_id: page.roster[0].id, value: 1 }], sequence: 6 },
    },
    { question_id: question('know'), ties: [tie(page, 1, null, 7)] },
  ],
});

test('several answers are taken in their order, and said again they change nothing', async () => {
  const { client, page } = await respondent(server, links[10]);
  for (const time of ['once', 'again']) {
    assert.equal((await client.put('/api/answer/questions', saidTogether(page))).status, 204, time);
    const after = (await client.get('/api/answer')).body;
    const kept = after.answers.map(({ question_id, alter_id, value }: any) => [question_id, alter_id, value]);
    // Whoever is not known is not asked about further on.
    assert.deepEqual(new Set(kept), new Set([
      [question('know'), page.roster[0].id, 1],
      [question('communicate'), page.roster[0].id, 2],
    ]), time);
    assert.equal(after.questions.find((each: any) => each.key === 'sensitive').state, 'answered', time);
  }
});

test('of several answers those before the first that cannot be taken stay', async () => {
  const { client, page } = await respondent(server, links[11]);
  const ties = (key: string, value: number) => ({ question_id: question(key), ties: [tie(page, 0, value, 1)] });
  const answer = await client.put('/api/answer/questions', { device: 'phone', questions: [ties('know', 1), ties('communicate', 9)] });
  assert.equal(answer.status, 422);
  assert.deepEqual((await client.get('/api/answer')).body.answers.map((each: any) => each.question_id), [question('know')]);
  const sealed = await client.put('/api/answer/questions', { device: 'phone', questions: [ties('sensitive', 1)] });
  assert.equal(sealed.body.reason, 'question_sealed');
});

test('two hundred ties and ends at once are enough', async () => {
  const { client, page } = await respondent(server, links[11]);
  const ties = Array.from({ length: 200 }, (_, at) => tie(page, 0, 1, 10 + at));
  const said = (more: object[]) =>
    client.put('/api/answer/questions', { device: 'phone', questions: [{ question_id: question('know'), ties }, ...more] });
  assert.equal((await said([])).status, 204);
  const refused = await said([{ question_id: question('know'), row: { state: 'answered', sequence: 300 } }]);
  assert.deepEqual(refused.body.errors.map(({ pointer, code }: any) => [pointer, code]), [['/questions', 'too_many']]);
});

/// Everything that a facilitator who opens every link can read, without what must differ from look to look.
async function everythingTheFacilitatorReads(): Promise<string> {
  let all = '';
  for (const path of [
    '',
    '/links',
    '/network',
    '/network.csv?purpose=facilitation',
    '/ties.csv?purpose=facilitation',
  ])
    all += (await facilitator.get(`/api/waves/${wave.id}${path}`)).text;
  for (const link of (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items) {
    const client = server.client();
    await client.post('/api/answer/session', { token: tokenOf(link) });
    all += (await client.get('/api/answer')).text;
  }
  return all
    .replace(/"input_hash":"[0-9a-f]+"/g, '')
    .replace(/Konbit export \S+/g, '')
    .replace(/"state":"(invited|opened)"/g, '');
}

test('opening every link tells nothing of a sealed answer: two different ones read alike', async () => {
  const { client, page } = await respondent(server, links[7]);
  const path = `/api/answer/questions/${question('sensitive')}`;
  const seal = async (alter: string, sequence: number) => {
    const whole = { state: 'answered', values: [{ alter_id: alter, value: 1 }], device: 'phone', sequence };
    assert.equal((await client.put(path, whole)).status, 204);
    return everythingTheFacilitatorReads();
  };
  const one = await seal(page.roster[0].id, 1);
  const other = await seal(page.roster[1].id, 2);
  assert.equal(one, other);
});

test('no file of the data folder holds a token or a plain sealed row', async () => {
  const secrets = links.map((link) => tokenOf(link).split('-')[1]!);
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name), 'latin1');
    for (const secret of secrets) assert.ok(!bytes.includes(secret), file.name);
  }
  for (const secret of secrets) assert.ok(!server.log.includes(secret));
});

test('other accounts of the machine read no file of the data folder', () => {
  for (const file of readdirSync(server.folder, { recursive: true, withFileTypes: true }))
    assert.equal(statSync(join(file.parentPath, file.name)).mode & 0o077, 0, file.name);
});

test('a closed wave refuses answers and says so', async () => {
  const { client, page } = await respondent(server, links[8]);
  await facilitator.post(`/api/waves/${wave.id}/close`);
  assert.equal((await tap(client, 'know', page.roster[0].id, 1, 1)).body.reason, 'wave_closed');
  assert.equal((await client.get('/api/answer')).body.wave.state, 'closed');
  const late = await server.client().post('/api/answer/session', { token: tokenOf(links[9]) });
  assert.deepEqual([late.status, late.body.reason], [401, 'wave_closed']);
});

// Last: it uses up what one address may try in a minute.
test('guessing tokens is slowed down', async () => {
  const guesser = server.client();
  const statuses = new Set<number>();
  for (let guess = 0; guess < 200; guess++)
    statuses.add((await guesser.post('/api/answer/session', { token: `ABCDEFGH-${'0'.repeat(26)}` })).status);
  assert.deepEqual([...statuses].sort(), [401, 429]);
});
