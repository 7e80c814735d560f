// SPDX-License-Identifier: Apache-2.0
// One person who answers for several organizations: asked as which one, and never mixed up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { facilitated, openWave, visitor } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let wave: any;
let links: any[];

const twins = { contact_name: 'Ines Baptiste', contact_email: 'ines@office.example' };

before(async () => {
  server = await TestServer.start();
  const { facilitator: alana, cluster } = await facilitated(server);
  facilitator = alana;
  const members = (await facilitator.get(`/api/clusters/${cluster}/members?limit=50`)).body.items;
  ({ wave, links } = await openWave(facilitator, cluster, 'Hats'));
  const write = async (label: string, contact: object) => {
    const member = members.find((each: any) => each.label === label);
    const changed = await facilitator.request('PATCH', `/api/memberships/${member.id}`, {
      body: contact,
      headers: { 'if-match': `"${member.version}"` },
    });
    assert.equal(changed.status, 200, changed.text);
  };
  await write(links[0].label, twins);
  await write(links[1].label, twins);
  // The same office address, another person.
  await write(links[2].label, { ...twins, contact_name: 'Paul Joseph' });
});
after(() => server?.stop());

const page = async (client: Client) => (await client.get('/api/answer')).body;

test('the link of one organization offers the other one of the same person, and nobody else’s', async () => {
  const { hats } = await page(await visitor(server, links[0]));
  assert.deepEqual(
    hats.map((each: any) => [each.member_id, each.is_worn]),
    [
      [links[0].wave_member_id, true],
      [links[1].wave_member_id, false],
    ],
  );
  assert.deepEqual((await page(await visitor(server, links[2]))).hats, [], 'an address alone is no person');
  assert.deepEqual((await page(await visitor(server, links[4]))).hats, []);
});

test('each organization has answers of its own', async () => {
  const client = await visitor(server, links[0]);
  const know = wave.questions.find((each: any) => each.key === 'know').id;
  const { consent } = await page(client);
  await client.put('/api/answer/consent', {
    consent: 'facilitator',
    consent_version: consent.version,
    language: 'en',
  });
  const tap = `/api/answer/questions/${know}/alters/${links[5].wave_member_id}`;
  assert.equal((await client.put(tap, { value: 1, device: 'phone', sequence: 1 })).status, 204);

  const other = links[1].wave_member_id;
  assert.equal((await client.post('/api/answer/hat', { member_id: other })).status, 204);
  const worn = await page(client);
  assert.deepEqual([worn.me.member_id, worn.answers, worn.consent.given], [other, [], null]);
  // What the page of the first organization still sends does not land with the second.
  const late = await client.put(
    tap,
    { value: null, device: 'phone', sequence: 2 },
    {
      headers: { 'konbit-answers-for': links[0].wave_member_id },
    },
  );
  assert.deepEqual([late.status, late.body.reason], [409, 'other_respondent']);
  assert.equal((await client.post('/api/answer/hat', { member_id: links[0].wave_member_id })).status, 204);
  assert.equal((await page(client)).answers.length, 1);
});

test('nobody puts on the hat of a stranger', async () => {
  const client = await visitor(server, links[0]);
  for (const link of [links[2], links[4]])
    assert.equal((await client.post('/api/answer/hat', { member_id: link.wave_member_id })).status, 404);
  assert.equal((await page(client)).me.member_id, links[0].wave_member_id);
});
