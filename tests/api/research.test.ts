// SPDX-License-Identifier: Apache-2.0
// Answers leave for research under an agreement that is on record, once a second person has approved.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, type Canaries } from '../permissions/survey.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let facilitator: Client;
let officer: Client;
let elsewhere: Client;
let canaries: Canaries;

/// Two of nine agree to research.
before(async () => {
  server = await TestServer.start();
  addAccount(server, 'grenada@test.example', 'national', 'country', 'GD');
  addAccount(server, 'belize@test.example', 'national', 'country', 'BZ');
  [facilitator, officer, elsewhere] = await Promise.all(
    ['alana@m10.example', 'grenada@test.example', 'belize@test.example'].map((email) => server.as(email)),
  ) as [Client, Client, Client];
  const cluster = expect(await facilitator.get('/api/session'), 200).grants[0].scope_id;
  canaries = await answerCanaries(server, facilitator, (await draftWave(facilitator, cluster, 'Researched')).id);
  for (const client of canaries.respondents.slice(0, 2))
    expect(await client.put('/api/answer/consent', {
      consent: 'facilitator', consent_version: canaries.wave.consent_version, language: 'en', device: 'canary',
      shares_with_members: false, shares_with_research: true,
    }), 204);
});
after(() => server?.stop());

const signed = {
  recipient: 'University of the Islands', purpose: 'How ties across islands come about',
  agreement: 'Not to be passed on; erased by the end of 2027.', agreed_by: 'Marie Joseph', agreed_on: '2026-01-15',
};
const research = () => `/api/waves/${canaries.wave.id}/research`;
const ask = async () => expect(await facilitator.post(research(), signed), 201);
const table = (request?: string) =>
  facilitator.get(
    `/api/waves/${canaries.wave.id}/ties.csv?question=know&purpose=research${request ? `&request_id=${request}` : ''}`,
  );
const decide = (client: Client, id: string, verdict: string, body?: unknown) =>
  client.post(`/api/research_requests/${id}/${verdict}`, body);
const waiting = async (client: Client) =>
  expect(await client.get('/api/research_requests'), 200).items.map((each: any) => each.id);

test('what was signed has to be said', async () => {
  const refused = await facilitator.post(research(), { ...signed, agreement: ' ', agreed_on: '2999-01-01' });
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.body.errors.map((each: any) => [each.pointer, each.code]), [
    ['/agreement', 'required'], ['/agreed_on', 'in_future'],
  ]);
});

test('no file leaves before a second person has approved', async () => {
  const request = await ask();
  assert.deepEqual([request.state, request.agreed, request.answered, request.asked], ['waiting', 2, 9, 28]);
  for (const refused of [await table(), await table(request.id)])
    assert.deepEqual([refused.status, refused.body.reason], [409, 'research_not_approved']);
  assert.ok((await waiting(officer)).includes(request.id));
  assert.equal(expect(await officer.get('/api/desk'), 200).research, 1);
  assert.ok(!(await waiting(elsewhere)).includes(request.id), 'another country');
  assert.equal((await decide(elsewhere, request.id, 'approve')).status, 404);

  const approved = expect(await decide(officer, request.id, 'approve'), 200);
  assert.deepEqual([approved.state, approved.decided_by_name], ['approved', 'Test Person']);
  assert.equal((await decide(officer, request.id, 'approve')).body.reason, 'already_decided');
  const file = await table(request.id);
  assert.equal(file.status, 200);
  for (const words of ['To University of the Islands', 'that Marie Joseph signed on 15 January 2026', 'approved by Test Person'])
    assert.ok(file.text.includes(words), words);
  const [noted] = expect(await facilitator.get(`/api/waves/${canaries.wave.id}/exports`), 200).items;
  assert.equal(noted.request_id, request.id);
});

test('an approval holds for its wave, and until it is taken back', async () => {
  const request = await ask();
  expect(await decide(officer, request.id, 'approve'), 200);
  const cluster = canaries.wave.cluster_id;
  const other = expect(await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Other', is_baseline: false }), 201);
  const refused = await facilitator.get(`/api/waves/${other.id}/ties.csv?purpose=research&request_id=${request.id}`);
  assert.equal(refused.body.reason, 'research_not_approved');
  assert.equal((await facilitator.post(`/api/waves/${other.id}/research/${request.id}/withdraw`)).status, 404);
  expect(await facilitator.post(`${research()}/${request.id}/withdraw`), 200);
  assert.equal((await table(request.id)).body.reason, 'research_not_approved');
});

test('whoever runs the cluster never decides, whatever else they are', async () => {
  const request = await ask();
  const { account } = expect(await facilitator.get('/api/session'), 200);
  server.execute(
    'INSERT INTO grants (id, account_id, role, scope, scope_id, created_at)' +
      ` VALUES ('00000000-0000-4000-8000-0000000000aa', '${account.id}', 'national', 'country', 'GD', 0)`,
  );
  for (const verdict of ['approve', 'decline']) {
    const refused = await decide(facilitator, request.id, verdict, verdict === 'decline' ? { reason: 'No' } : undefined);
    assert.deepEqual([refused.status, refused.body.reason], [403, 'own_request'], verdict);
  }
  server.execute("DELETE FROM grants WHERE id = '00000000-0000-4000-8000-0000000000aa'");
});

test('a refusal says why, to whoever asked', async () => {
  const request = await ask();
  assert.equal((await decide(officer, request.id, 'decline', { reason: '' })).status, 422);
  expect(await decide(officer, request.id, 'decline', { reason: 'The agreement lets others read it.' }), 200);
  const [line] = expect(await facilitator.get(research()), 200).items;
  assert.deepEqual([line.state, line.reason], ['declined', 'The agreement lets others read it.']);
  assert.equal((await table(request.id)).body.reason, 'research_not_approved');
});
