// SPDX-License-Identifier: Apache-2.0
// Files that leave with something of a wave in them: for a purpose, under a consent, stamped and listed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, type Canaries } from '../permissions/survey.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let facilitator: Client;
let canaries: Canaries;
/// Of an approved request: what files for research leave under.
let approved: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  canaries = await answerCanaries(server, facilitator, (await draftWave(facilitator, cluster, 'Taken out')).id);
  // The first agrees to a map for members, the first two to research.
  for (const [at, client] of canaries.respondents.slice(0, 2).entries())
    expect(await client.put('/api/answer/consent', {
      consent: 'facilitator', consent_version: canaries.wave.consent_version, language: 'en', device: 'canary',
      shares_with_members: at === 0, shares_with_research: true,
    }), 204);
  approved = await approve();
});
after(() => server?.stop());

async function approve(): Promise<string> {
  addAccount(server, 'grenada@test.example', 'national', 'country', 'GD');
  const officer = await server.as('grenada@test.example');
  const request = expect(await facilitator.post(`/api/waves/${canaries.wave.id}/research`, {
    recipient: 'A university', purpose: 'To learn', agreement: 'On paper', agreed_by: 'Somebody', agreed_on: '2026-01-15',
  }), 201);
  return expect(await officer.post(`/api/research_requests/${request.id}/approve`), 200).id;
}

const under = (purpose: string) => (purpose === 'research' ? `&request_id=${approved}` : '');
const take = (path: string) => facilitator.get(`/api/waves/${canaries.wave.id}${path}`);
/// The rows of a table, without the names of its columns and its stamp.
const rows = (text: string) => text.trim().split('\r\n').slice(1, -1);
const stampOf = (text: string) => text.trim().split('\r\n').at(-1)!;

test('no table leaves without a purpose', async () => {
  const refused = await take('/ties.csv?question=know');
  assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/purpose']);
});

test('each purpose has the rows of those who agreed to it', async () => {
  const count = async (question: string, purpose: string) =>
    rows(csvOf(await take(`/ties.csv?question=${question}&purpose=${purpose}${under(purpose)}`))).length;
  assert.equal(await count('know', 'facilitation'), 27, 'nine members know three each');
  assert.equal(await count('communicate', 'facilitation'), 6, 'six agreed to be named');
  assert.equal(await count('know', 'members'), 3, 'one agreed to a map for members');
  assert.equal(await count('know', 'research'), 6, 'two agreed to research');
  assert.equal((await take('/ties.csv?question=communicate&purpose=members')).status, 404, 'no limited question for members');
  assert.equal((await take('/ties.csv?question=know&purpose=evaluation')).body.reason, 'export_by_name');
});

const csvOf = (answer: { status: number; text: string }): string => {
  assert.equal(answer.status, 200, answer.text);
  return answer.text;
};

test('sealed questions leave for no purpose', async () => {
  for (const purpose of ['facilitation', 'members', 'research'])
    for (const table of ['ties', 'network'])
      for (const key of ['sensitive', 'competitor'])
        assert.equal((await take(`/${table}.csv?question=${key}&purpose=${purpose}${under(purpose)}`)).status, 404, `${table} ${key} ${purpose}`);
});

test('research gets numbers instead of names, others in each file, and nothing that only few share', async () => {
  const [first, second] = [csvOf(await take(`/network.csv?purpose=research${under('research')}`)), csvOf(await take(`/network.csv?purpose=research${under('research')}`))];
  for (const { label } of canaries.wave.members) assert.ok(!first.includes(label), label);
  assert.ok(rows(first).every((row) => /^member \d+,/.test(row)));
  assert.notEqual(rows(first).join(), rows(second).join(), 'two files cannot be laid side by side');
  const countries = rows(first).map((row) => row.split(',')[2]);
  for (const country of new Set(countries)) assert.ok(countries.filter((each) => each === country).length >= 3, country);
});

test('a file says who took it out, for what, under which consent, and what its rows hash to', async () => {
  const text = csvOf(await take('/ties.csv?question=know&purpose=facilitation'));
  const stamp = stampOf(text);
  for (const word of ['Taken out', '9 of 28 answered (32%)', 'Alana', 'for facilitation', 'named before their facilitator'])
    assert.ok(stamp.includes(word), `${word} in ${stamp}`);
  const table = text.slice(0, text.lastIndexOf('\r\n', text.length - 3) + 2);
  assert.ok(stamp.includes(createHash('sha256').update(table).digest('hex')));
  const { items } = expect(await take('/exports'), 200);
  assert.ok(stamp.includes(items[0].stamp), 'the list says the same');
  assert.deepEqual([items[0].content, items[0].question, items[0].purpose], ['ties', 'know', 'facilitation']);
});

test('drawings of the page of results are noted, for the work of the facilitator only', async () => {
  const sha256 = createHash('sha256').update('a,b\r\n').digest('hex');
  const draw = (content: string, purpose: string, body: object = { sha256 }) =>
    facilitator.post(`/api/waves/${canaries.wave.id}/exports`, { content, purpose, ...body });
  assert.match(expect(await draw('map', 'facilitation'), 201).stamp, /Taken out/);
  const { items } = expect(await take('/exports'), 200);
  assert.equal(items[0].sha256, sha256, 'the list keeps what the table hashes to');
  assert.ok(items[0].stamp.includes(sha256));
  assert.deepEqual((await draw('map', 'facilitation', {})).body.errors, [{ pointer: '/sha256', code: 'required' }]);
  for (const wrong of ['abc', sha256.toUpperCase(), `${sha256}0`])
    assert.equal((await draw('map', 'facilitation', { sha256: wrong })).body.errors[0].pointer, '/sha256', wrong);
  for (const [content, purpose] of [['map', 'members'], ['map', 'evaluation'], ['funnel', 'evaluation'], ['funnel', 'research']] as const)
    assert.equal((await draw(content, purpose)).body.reason, 'export_by_name', `${content} ${purpose}`);
});

test('a stamp is in the language of whoever takes the file, and the list in that of its reader', async () => {
  const told = { es: ['respondieron 9 de 28 (32', 'para la facilitación', 'Consentimiento: preguntas abiertas', 'SHA-256 de la tabla'],
    fr: ['9 sur 28 ont répondu (32', 'animation du cluster', 'Consentement : questions ouvertes', 'SHA-256 du tableau'] };
  for (const [lang, words] of Object.entries(told)) {
    const csv = stampOf(csvOf(await take(`/ties.csv?question=know&purpose=facilitation&lang=${lang}`)));
    const network = csvOf(await take(`/network_file?question=know&purpose=facilitation&format=pajek&lang=${lang}`));
    const listed = expect(await take(`/exports?lang=${lang}`), 200).items[0].stamp;
    for (const text of [csv, network, listed]) for (const word of words) assert.ok(text.includes(word), `${word} in ${text.slice(0, 600)}`);
  }
});
