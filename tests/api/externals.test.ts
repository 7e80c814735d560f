// SPDX-License-Identifier: Apache-2.0
// Ties to organizations outside the cluster: on the list of a wave, on the phone, and apart in the results.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
let wave: any;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  wave = (await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Outside' })).body;
  const design = (await facilitator.get(`/api/waves/${wave.id}/design`)).body;
  const questions = design.questions
    .filter((each: any) => each.is_asked || each.key === 'external_ties')
    .map(({ key, sensitivity }: any) => ({ key, sensitivity, wording: {} }));
  const put = await facilitator.put(`/api/waves/${wave.id}/design`, { questions }, { headers: { 'if-match': `"${design.version}"` } });
  assert.equal(put.status, 200, put.text);
});
after(() => server?.stop());

const put = (externals: object[]) => facilitator.put(`/api/waves/${wave.id}/externals`, { externals });
const typed = (label: string, kind: string) => ({ organization_id: null, label, kind });

test('organizations are typed in or picked from the directory, by kind and name', async () => {
  const { items } = (await facilitator.get('/api/organizations?limit=200')).body;
  const members = (await facilitator.get(`/api/clusters/${cluster}/members?limit=200`)).body.items;
  const ids = new Set(members.map((each: any) => each.organization_id));
  const picked = items.find((each: any) => !ids.has(each.id));
  const chosen = await put([typed(' Ministry of Trade ', 'government'), { organization_id: picked.id, label: 'Picked', kind: 'university' }]);
  assert.equal(chosen.status, 200, chosen.text);
  assert.deepEqual(
    chosen.body.externals.map((each: any) => [each.label, each.kind, each.organization_id]),
    [
      ['Picked', 'university', picked.id],
      ['Ministry of Trade', 'government', null],
    ],
  );
  assert.deepEqual((await facilitator.get(`/api/waves/${wave.id}/externals`)).body, chosen.body);

  const member = await put([{ organization_id: members[0].organization_id, label: 'Member', kind: 'buyer' }]);
  assert.deepEqual([member.body.errors[0].pointer, member.body.errors[0].code], ['/externals/0/organization_id', 'is_member']);
  const twice = await put([typed('One', 'other'), typed('one', 'buyer'), typed(' ', 'buyer')]);
  assert.deepEqual(twice.body.errors.map((each: any) => [each.pointer, each.code]), [
    ['/externals/1/label', 'repeated'],
    ['/externals/2/label', 'required'],
  ]);
});

test('members say how often they deal with them; nobody outside is asked or counted', async () => {
  await facilitator.post(`/api/waves/${wave.id}/open`);
  assert.equal((await put([])).body.reason, 'instrument_frozen');
  const detail = (await facilitator.get(`/api/waves/${wave.id}`)).body;
  assert.deepEqual([detail.asked, detail.members.length], [28, 28]);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  assert.equal(links.length, 28);

  for (const [at, link] of links.slice(0, 20).entries()) {
    const visitor = server.client();
    await visitor.post('/api/answer/session', { token: link.url.split('#')[1] });
    const page = (await visitor.get('/api/answer')).body;
    await visitor.put('/api/answer/consent', { consent: 'facilitator', consent_version: page.consent.version, language: 'en' });
    assert.deepEqual([page.roster.length, page.externals.length], [27, 2]);
    const outside = page.questions.find((each: any) => each.key === 'external_ties');
    assert.deepEqual([outside.scale, outside.gate], ['frequency4', null]);
    const know = page.questions[0].id;
    const say = (question: string, alter: string, value: number, sequence: number) =>
      visitor.put(`/api/answer/questions/${question}/alters/${alter}`, { value, device: 'phone', sequence });
    if (at === 0) {
      assert.equal((await say(know, page.externals[0].id, 1, 1)).status, 404);
      assert.equal((await say(outside.id, page.roster[0].id, 1, 2)).status, 404);
    }
    // Five monthly with the university, five a few times a year, ten never with anybody.
    if (at < 10) assert.equal((await say(outside.id, page.externals[0].id, at < 5 ? 2 : 1, 3)).status, 204);
    const state = at < 10 ? 'answered' : 'answered_empty';
    await visitor.put(`/api/answer/questions/${outside.id}`, { state, values: [], device: 'phone', sequence: 4 });
  }
});

test('the results stand apart from the network of the members', async () => {
  const report = (await facilitator.get(`/api/waves/${wave.id}/network`)).body;
  assert.deepEqual(report.externals.kinds, [
    { kind: 'university', organizations: 1, members: 5, share: 0.25 },
    { kind: 'government', organizations: 1, members: 0, share: 0 },
  ]);
  assert.deepEqual(
    report.externals.organizations.map((each: any) => [each.label, each.members, each.regular_members]),
    [
      ['Picked', 10, 5],
      ['Ministry of Trade', 0, 0],
    ],
  );
  assert.equal(report.externals.observed_rows, 20);
  assert.equal(report.response.asked, 28);
  assert.equal(report.map.nodes.length, 28);
  assert.deepEqual(report.map.ties, []);
  assert.ok(report.questions.every((each: any) => each.key !== 'external_ties'));
});

test('kept as limited, single organizations are not counted by name', async () => {
  const design = (await facilitator.get(`/api/waves/${wave.id}/design`)).body;
  const questions = design.questions
    .filter((each: any) => each.is_asked)
    .map(({ key, sensitivity }: any) => ({ key, sensitivity: key === 'external_ties' ? 'limited' : sensitivity, wording: {} }));
  const version = { headers: { 'if-match': `"${design.version}"` } };
  const sealed = questions.map((each: any) => (each.key === 'external_ties' ? { ...each, sensitivity: 'sealed' } : each));
  const refused = await facilitator.put(`/api/waves/${wave.id}/design`, { questions: sealed }, version);
  assert.equal(refused.body.errors[0].code, 'not_sealable');
  assert.equal((await facilitator.put(`/api/waves/${wave.id}/design`, { questions }, version)).status, 200);
  const { externals } = (await facilitator.get(`/api/waves/${wave.id}/network`)).body;
  assert.ok(externals.organizations.every((each: any) => each.members === null && each.regular_members === null));
  assert.equal(externals.kinds[0].members, 5, 'all of them agreed to be named');
});

test('a new wave takes the list over', async () => {
  const next = await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Next', same_questions_as: wave.id });
  const { externals } = (await facilitator.get(`/api/waves/${next.body.id}/externals`)).body;
  assert.deepEqual(externals.map((each: any) => each.label), ['Picked', 'Ministry of Trade']);
});
