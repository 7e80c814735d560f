// SPDX-License-Identifier: Apache-2.0
// Answering together at a meeting, and the codes that are typed from cards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { facilitated, openWave } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let wave: any;
let links: any[];

before(async () => {
  server = await TestServer.start();
  const { facilitator: alana, cluster } = await facilitated(server);
  facilitator = alana;
  ({ wave, links } = await openWave(facilitator, cluster, 'Meeting'));
});
after(() => server?.stop());

const room = () => `/api/waves/${wave.id}/room`;
const enter = (client: Client, token: string) => client.post('/api/answer/session', { token });

test('a code opens what its link opens, however it is typed, and a new link has a new one', async () => {
  const [link] = links;
  assert.match(link.code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const client = server.client();
  assert.equal((await enter(client, link.code.toLowerCase().replaceAll('-', ' '))).status, 204);
  assert.equal((await client.get('/api/answer')).body.me.member_id, link.wave_member_id);
  const renewed = (await facilitator.post(`/api/waves/${wave.id}/links/${link.respondent_id}/reissue`)).body;
  assert.notEqual(renewed.code, link.code);
  assert.equal((await enter(server.client(), link.code)).body.reason, 'link_replaced');
  assert.equal((await enter(server.client(), renewed.code)).status, 204);
});

test('a session on a device is ended without a link', async () => {
  const client = server.client();
  await enter(client, links[1].code);
  assert.equal((await client.request('DELETE', '/api/answer/session')).status, 204);
  assert.equal((await client.get('/api/answer')).body.reason, 'answer_session_missing');
});

test('the count for the wall holds no name, and goes up with each member', async () => {
  assert.equal((await facilitator.get(room())).body.room, null);
  const begun = (await facilitator.post(room(), { minutes: 20 })).body;
  assert.equal(begun.answer_url, `${server.base}/s`);
  assert.equal(begun.pass_url, `${server.base}/s?room=${begun.room.id}`);
  for (const { wave_member_id } of links.slice(2, 5))
    await facilitator.put(`${room()}/members/${wave_member_id}`, { is_present: true });
  const client = server.client();
  await enter(client, links[2].code);
  const page = (await client.get('/api/answer')).body;
  await client.put('/api/answer/consent', {
    consent: 'aggregate',
    consent_version: page.consent.version,
    language: 'en',
  });
  const know = page.questions[0].id;
  await client.put(`/api/answer/questions/${know}`, {
    state: 'answered_empty',
    device: 'passed',
    sequence: 1,
  });
  const count = (await facilitator.get(`${room()}/count`)).body;
  assert.deepEqual(count, {
    present: 3,
    answered_present: 1,
    asked: 28,
    answered: 1,
    ends_at: begun.room.ends_at,
  });
});

test('the phone that is passed around shows who is there, in any hands, and not who has answered', async () => {
  const { body } = await facilitator.get(room());
  const seen = await server.client().get(`/api/rooms/${body.room.id}`);
  assert.equal(seen.headers.get('cache-control'), 'no-store');
  const present = links.slice(2, 5).map(({ wave_member_id, label }) => ({ id: wave_member_id, label }));
  const byLabel = (a: any, b: any) => (a.label < b.label ? -1 : 1);
  assert.deepEqual(seen.body.members.sort(byLabel), present.sort(byLabel));
  assert.equal((await server.client().get(`/api/rooms/${wave.id}`)).body.reason, 'room');
});

test('a room gets more time, and leaves nothing behind', async () => {
  const before = (await facilitator.get(room())).body.room;
  const more = (await facilitator.post(`${room()}/prolong`, { minutes: 10 })).body.room;
  assert.equal(Date.parse(more.ends_at) - Date.parse(before.ends_at), 600_000);
  assert.equal((await facilitator.post(room(), { minutes: 0 })).status, 422);
  assert.equal((await facilitator.request('DELETE', room())).status, 204);
  assert.equal((await server.client().get(`/api/rooms/${before.id}`)).status, 404);
  assert.ok((await facilitator.get(room())).body.members.every((each: any) => !each.is_present));
});
