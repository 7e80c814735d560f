// SPDX-License-Identifier: Apache-2.0
// Once a wave is frozen nothing that its results rest on can be changed by any route, and a look tells the same hash.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { binary, TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, waitForReplies, type Canaries } from '../permissions/survey.ts';

let server: TestServer;
let facilitator: Client;
let canaries: Canaries;
let hash: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const draft = await draftWave(facilitator, cluster, 'To be frozen');
  canaries = await answerCanaries(server, facilitator, draft.id);
  await submitTwice();
  expect(await facilitator.post(`/api/waves/${draft.id}/close`), 200);
  waitForReplies(server);
  expect(await facilitator.post(`/api/waves/${draft.id}/freeze`), 200);
  hash = (await frozen()).results_sha256;
});
after(() => server?.stop());

const frozen = async () => expect(await facilitator.get(`/api/waves/${canaries.wave.id}/network`), 200).frozen;

/// A phone that heard no answer sends everything again.
async function submitTwice() {
  const [client] = canaries.respondents as [Client];
  const path = `/api/answer/questions/${canaries.question('know')}/alters/${canaries.alters[0]}`;
  const before = (await client.get('/api/answer')).text;
  for (let again = 0; again < 3; ++again) expect(await client.put(path, { value: 1, device: 'canary', sequence: 1 }), 204);
  const receipt = expect(await client.post('/api/answer/finish'), 200).receipt;
  assert.equal(expect(await client.post('/api/answer/finish'), 200).receipt, receipt);
  assert.equal((await client.get('/api/answer')).text, before, 'sent twice is one answer');
}

/// Routes of a wave that write nothing of what its results rest on.
const harmless = new Set(['POST /api/answer/session']);

/// Every route that writes to a wave or to an answer, as the program describes itself.
function writingRoutes(): { method: string; path: string }[] {
  const { paths } = JSON.parse(spawnSync(binary, ['openapi'], { encoding: 'utf8' }).stdout);
  return Object.entries<any>(paths)
    .filter(([path]) => path.startsWith('/api/waves/{id}') || path.startsWith('/api/answer'))
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })))
    .filter(({ method, path }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && !harmless.has(`${method} ${path}`));
}

/// Bodies that would do something if the wave were open.
function bodyFor(path: string): unknown {
  const source = { device: 'late', sequence: 99 };
  if (path.endsWith('/alters/{alter_id}')) return { value: 0, ...source };
  if (path.endsWith('/{question_id}')) return { state: 'answered_empty', values: [], ...source };
  if (path === '/api/answer/questions') {
    const ties = [{ alter_id: canaries.alters[0], value: null, sequence: 99 }];
    return { device: 'late', questions: [{ question_id: canaries.question('know'), ties }] };
  }
  if (path.endsWith('/consent'))
    return { consent: 'aggregate', consent_version: canaries.wave.consent_version, language: 'en', device: 'late' };
  if (path.endsWith('/design')) return { version: canaries.wave.version, questions: [] };
  if (path.endsWith('/pilot')) return { title: 'Late', member_ids: canaries.alters };
  if (path.endsWith('/send')) return { respondent_ids: [] };
  return path === '/api/waves/{id}' ? { title: 'Another' } : undefined;
}

const filled = (path: string) =>
  path
    .replace('{id}', canaries.wave.id)
    .replace('{question_id}', canaries.question('communicate'))
    .replace('{alter_id}', canaries.alters[1]!)
    .replace('{member_id}', canaries.alters[1]!)
    .replace('{respondent_id}', canaries.links[8].respondent_id);

test('after freezing no route changes what the results rest on, and the hash stays', async () => {
  const routes = writingRoutes();
  assert.ok(routes.length >= 15, 'all of them are tried');
  for (const { method, path } of routes) {
    // The one is meant to go on, the other only ends the session that the next ones need.
    if (path.endsWith('/publish') || path === '/api/answer/session') continue;
    const { version } = expect(await facilitator.get(`/api/waves/${canaries.wave.id}`), 200);
    const by = path.startsWith('/api/answer') ? canaries.respondents[0]! : facilitator;
    const answer = await by.request(method, filled(path), { body: bodyFor(path), headers: { 'if-match': `"${version}"` } });
    assert.notEqual(answer.status, 500, `${method} ${path}`);
    const now = await frozen();
    assert.deepEqual([now.results_sha256, now.is_intact], [hash, true], `${method} ${path}: ${answer.status}`);
  }
});

test('answers to a frozen wave are refused with the reason', async () => {
  const [client] = canaries.respondents as [Client];
  const late = await client.put(`/api/answer/questions/${canaries.question('know')}/alters/${canaries.alters[0]}`, {
    value: null, device: 'late', sequence: 1,
  });
  assert.deepEqual([late.status, late.body.reason], [409, 'wave_closed']);
  assert.equal((await client.post('/api/answer/decline')).status, 409);
  for (const step of ['open', 'close', 'reopen', 'freeze'])
    assert.equal((await facilitator.post(`/api/waves/${canaries.wave.id}/${step}`)).status, 409, step);
});

test('a change made in the database by hand is told', async () => {
  server.execute("UPDATE answers SET value = 0 WHERE device = 'canary'");
  assert.equal((await frozen()).is_intact, false);
});
