// SPDX-License-Identifier: Apache-2.0
// What people may do about their answers: consent for each purpose, narrowing it, withdrawing, objecting to be listed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, named, waitForReplies, type Canaries } from '../permissions/survey.ts';
import { followLink } from '../permissions/world.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
});
after(() => server?.stop());

const answered = async (title: string) =>
  answerCanaries(server, facilitator, (await draftWave(facilitator, cluster, title)).id);

async function frozen(title: string): Promise<Canaries> {
  const canaries = await answered(title);
  expect(await facilitator.post(`/api/waves/${canaries.wave.id}/close`), 200);
  waitForReplies(server);
  expect(await facilitator.post(`/api/waves/${canaries.wave.id}/freeze`), 200);
  return canaries;
}

const network = async ({ wave }: Canaries) => expect(await facilitator.get(`/api/waves/${wave.id}/network`), 200);
const rightsOf = async (id: string) => expect(await facilitator.get(`/api/waves/${id}/rights`), 200);
const figure = (report: any, key: string, id: string) =>
  report.questions.find((question: any) => question.key === key).figures.find((each: any) => each.id === id);
const tiesFrom = (report: any, member: string) => report.map.ties.filter((tie: any) => tie.from === member);
const memberOf = ({ links }: Canaries, at: number): string => links[at].wave_member_id;

/// By the link, in a session that does not answer but uses a right.
async function byLink(link: any): Promise<Client> {
  const client = server.client();
  expect(await client.post('/api/rights/session', { token: link.url.slice(link.url.indexOf('#') + 1) }), 204);
  return client;
}

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test('consent says who sees what in at most sixty words, with the names of ministry and donor', () => {
  const names = { cluster: 'Windward Cocoa and Spice Cluster', readers: 'Ministry of Trade, Caribbean Development Bank' };
  for (const language of ['en', 'es', 'fr']) {
    const texts = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8'));
    const text = `${texts['answer.consent.text']} ${texts['answer.consent.readers']} ${texts['answer.consent.public']}`
      .replace('{cluster}', names.cluster)
      .replace('{readers}', names.readers);
    assert.ok(words(text) <= 60, `${language}: ${words(text)} words`);
    assert.ok(text.includes(names.cluster) && text.includes(names.readers), language);
  }
});

test('who reads totals is named before opening, stands in the consent, and can only become fewer', async () => {
  const draft = await draftWave(facilitator, cluster, 'Readers');
  const set = (names: string[]) => facilitator.put(`/api/waves/${draft.id}/readers`, { names });
  assert.equal((await set(['a', 'b', 'c', 'd'])).status, 422);
  assert.equal((await set([' '])).status, 422);
  assert.deepEqual(expect(await set([' Ministry of Trade ', 'CDB']), 200).names, ['Ministry of Trade', 'CDB']);
  const { respondents } = await answerCanaries(server, facilitator, draft.id);
  const page = expect(await respondents[0]!.get('/api/answer'), 200);
  assert.deepEqual(page.consent.readers, ['Ministry of Trade', 'CDB']);
  assert.equal((await set(['Ministry of Trade', 'Somebody else'])).body.reason, 'consent_stands');
  assert.deepEqual(expect(await set(['CDB']), 200).names, ['CDB']);
});

test('each purpose is agreed to by itself, and taken back at once', async () => {
  const canaries = await answered('Purposes');
  const [client] = canaries.respondents as [Client];
  const given = { consent: 'facilitator', consent_version: canaries.wave.consent_version, language: 'es', device: 'canary' };
  expect(await client.put('/api/answer/consent', { ...given, shares_with_members: true, shares_with_research: true }), 204);
  const before = await rightsOf(canaries.wave.id);
  assert.deepEqual([before.for_figures, before.by_name, before.for_members, before.for_research], [9, 6, 1, 1]);
  assert.equal(tiesFrom(await network(canaries), memberOf(canaries, 0)).length, 4);

  const narrowed = { consent: 'aggregate', shares_with_members: false, shares_with_research: true };
  expect(await client.put('/api/rights/consent', narrowed), 204);
  assert.equal(tiesFrom(await network(canaries), memberOf(canaries, 0)).length, 3, 'its contacts have no name any more');
  const own = expect(await client.get('/api/rights'), 200);
  assert.deepEqual([own.consent, own.shares_with_members, own.shares_with_research], ['aggregate', false, true]);
  const wider = await client.put('/api/rights/consent', { ...narrowed, consent: 'facilitator' });
  assert.deepEqual([wider.status, wider.body.reason], [409, 'consent_wider']);
  assert.equal((await client.put('/api/rights/consent', { ...narrowed, shares_with_members: true })).status, 409);
});

test('declining keeps the name on the roster, and widening takes a consent of its own', async () => {
  const canaries = await answered('Declining');
  const [client] = canaries.respondents as [Client];
  expect(await client.post('/api/answer/decline'), 204);
  const own = expect(await client.get('/api/rights'), 200);
  assert.deepEqual([own.state, own.consent], ['declined', null]);
  assert.equal((await client.put('/api/rights/consent', { consent: 'aggregate', shares_with_members: false, shares_with_research: false })).body.reason, 'consent_missing');
  const { members } = expect(await facilitator.get(`/api/waves/${canaries.wave.id}`), 200);
  assert.equal(members.length, 28);
});

test('until freezing one link erases everything, in a closed wave too', async () => {
  const canaries = await answered('Closed');
  expect(await facilitator.post(`/api/waves/${canaries.wave.id}/close`), 200);
  const client = await byLink(canaries.links[0]);
  expect(await client.post('/api/rights/withdraw'), 204);
  expect(await client.post('/api/rights/withdraw'), 204);
  const report = await network(canaries);
  assert.deepEqual(tiesFrom(report, memberOf(canaries, 0)), []);
  assert.equal(report.map.nodes.find((node: any) => node.id === memberOf(canaries, 0)).label, canaries.links[0].label);
  assert.equal((await rightsOf(canaries.wave.id)).declined, 1);
});

test('after freezing a withdrawn member is an unnamed other everywhere, and nobody else loses a tie', async () => {
  const canaries = await frozen('Withdrawn');
  const { label } = canaries.links[9];
  const before = await network(canaries);
  assert.equal(figure(before, 'sensitive', 'm').value, 9);
  // The member whom all nine know: nobody answered for it, others named it.
  const client = await byLink(canaries.links[9]);
  expect(await client.post('/api/rights/withdraw'), 204);

  const after = await network(canaries);
  const node = after.map.nodes.find((each: any) => each.id === memberOf(canaries, 9));
  assert.deepEqual([node.label, node.subsector, node.subgroup, node.country_code, node.is_facilitator], ['', null, null, '', false]);
  const named9 = (report: any) => report.map.ties.filter((tie: any) => tie.to === memberOf(canaries, 9)).length;
  assert.equal(named9(after), named9(before), 'those who named it keep their ties');
  const reads = ['/network', '', '/network.csv?purpose=facilitation', '/ties.csv?purpose=facilitation', '/links', '/cockpit'];
  for (const path of reads) assert.ok(!(await facilitator.get(`/api/waves/${canaries.wave.id}${path}`)).text.includes(label), path);
  assert.match((await facilitator.get(`/api/waves/${canaries.wave.id}/ties.csv?purpose=facilitation`)).text, /unnamed other/);
});

test('taking answers out of frozen results is a release of its own, and no total can be subtracted', async () => {
  const canaries = await frozen('Released');
  const before = await network(canaries);
  const client = await byLink(canaries.links[0]);
  expect(await client.post('/api/rights/withdraw'), 204);
  const after = await network(canaries);
  assert.deepEqual([before.frozen.release, after.frozen.release, after.frozen.is_intact], [1, 2, true]);
  assert.notEqual(after.frozen.results_sha256, before.frozen.results_sha256);
  assert.deepEqual(tiesFrom(after, memberOf(canaries, 0)), []);
  for (const key of ['sensitive', 'competitor']) {
    const question = after.questions.find((each: any) => each.key === key);
    assert.deepEqual([question.shown, question.hidden_reason], ['hidden', 'answers_withdrawn'], key);
    assert.ok(question.figures.every((each: any) => each.value === null), key);
  }
  assert.equal(after.questions.find((each: any) => each.key === 'communicate').observed_rows, 5, 'figures-only rows are out');
  const { releases } = await rightsOf(canaries.wave.id);
  assert.deepEqual(releases.map(({ cause }: any) => cause), ['withdrawal']);
  assert.equal(releases[0].results_sha256, after.frozen.results_sha256);
});

test('whoever objects is off every roster that is not frozen, unnamed in those that are, and asked no more', async () => {
  const old = await frozen('Before objecting');
  const canaries = await answered('While objecting');
  const { label } = canaries.links[12];
  const oldMember = old.wave.members.find((member: any) => member.label === label).id;
  // Whom nobody named but one, openly and sealed.
  const [friend] = canaries.respondents as [Client];
  const alter = memberOf(canaries, 12);
  expect(await friend.put(`/api/answer/questions/${canaries.question('know')}/alters/${alter}`, { value: 1, device: 'canary', sequence: 50 }), 204);
  const whole = { state: 'answered', values: [{ alter_id: alter, value: 1 }, { alter_id: canaries.alters[named.sensitive], value: 1 }], device: 'canary', sequence: 51 };
  expect(await friend.put(`/api/answer/questions/${canaries.question('sensitive')}`, whole), 204);

  const client = await followLink(server, canaries.links[12].url);
  expect(await client.post('/api/rights/object'), 204);
  assert.equal((await client.get('/api/answer')).status, 401, 'its link is gone');

  const { members } = expect(await facilitator.get(`/api/waves/${canaries.wave.id}`), 200);
  assert.equal(members.length, 27);
  const page = expect(await friend.get('/api/answer?device=canary'), 200);
  assert.ok(!page.roster.some((member: any) => member.id === alter), 'nobody can name it');
  assert.ok(!page.answers.some((answer: any) => answer.alter_id === alter), 'and what was said is erased');
  // A phone with an older page still sends it: taken, and not kept.
  const late = { value: 1, device: 'canary', sequence: 60 };
  expect(await friend.put(`/api/answer/questions/${canaries.question('know')}/alters/${alter}`, late), 204);
  assert.ok(!(await friend.get('/api/answer?device=canary')).text.includes(alter));
  expect(await friend.post('/api/answer/finish'), 200);

  const seen = (await network(old)).map.nodes.find((node: any) => node.id === oldMember);
  assert.equal(seen.label, '');
  assert.ok(!(await facilitator.get(`/api/waves/${canaries.wave.id}/network`)).text.includes(label));
  const next = await draftWave(facilitator, cluster, 'After objecting');
  assert.equal(expect(await facilitator.get(`/api/waves/${next.id}`), 200).members.length, 27);
  assert.equal((await rightsOf(canaries.wave.id)).objected, 1);

  // Its place stays empty: sealed rows count on places, and the totals are those of the others.
  expect(await facilitator.post(`/api/waves/${canaries.wave.id}/close`), 200);
  waitForReplies(server);
  expect(await facilitator.post(`/api/waves/${canaries.wave.id}/freeze`), 200);
  const report = await network(canaries);
  assert.equal(report.response.asked, 27);
  assert.equal(figure(report, 'sensitive', 'm').value, 9, 'one for each who answered');
});

test('the member objects on its own page, and comes back to later waves only', async () => {
  const canaries = await answered('By the member');
  const member = await server.as('jodie@m21.example');
  const own = expect(await member.get('/api/account/memberships'), 200).items[0];
  const path = `/api/memberships/${own.id}/objection`;
  assert.equal(expect(await member.get(path), 200).is_objecting, false);
  assert.equal((await facilitator.put(path)).status, 403, 'nobody objects in its place');
  assert.equal(expect(await member.put(path), 200).is_objecting, true);
  const asked = async () => expect(await facilitator.get(`/api/waves/${canaries.wave.id}`), 200).members.length;
  const without = await asked();
  assert.equal(expect(await member.remove(path), 200).is_objecting, false);
  assert.equal(await asked(), without, 'what was erased stays erased');
  const next = await draftWave(facilitator, cluster, 'Back again');
  assert.equal(expect(await facilitator.get(`/api/waves/${next.id}`), 200).members.length, without + 1);
});
