// SPDX-License-Identifier: Apache-2.0
// The texts that members agreed to: word by word, with the hash, in numbers; never who, never when.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { followLink, openWave } from '../permissions/world.ts';

let server: TestServer;
let facilitator: Client;
let wave: any;
let links: any[];
before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  wave = await openWave(facilitator, (await facilitator.get('/api/session')).body.grants[0].scope_id);
  links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
});
after(() => server?.stop());

async function agree(at: number, language: string, consent: string): Promise<Client> {
  const member = await followLink(server, links[at].url);
  const answer = await member.put('/api/answer/consent', {
    consent, consent_version: wave.consent_version, language, device: `d${at}`,
    shares_with_members: true, shares_with_research: false,
  });
  assert.equal(answer.status, 204, answer.text);
  return member;
}
const texts = async () => (await facilitator.get(`/api/waves/${wave.id}/consents`)).body.items;
const use = (text: any, purpose: string) => {
  const found = text.uses.find((each: any) => each.purpose === purpose);
  return [found.given, found.withdrawn];
};

test('each text stands with its own hash, and numbers follow what is taken back', async () => {
  assert.deepEqual(await texts(), []);
  await agree(0, 'en', 'facilitator');
  const second = await agree(1, 'en', 'facilitator');
  await agree(2, 'fr', 'aggregate');
  const [english, french] = await texts();
  assert.deepEqual([english.language, french.language], ['en', 'fr']);
  assert.equal(createHash('sha256').update(english.text).digest('hex'), english.text_sha256);
  assert.deepEqual([use(english, 'facilitator'), use(english, 'members'), use(english, 'research')], [[2, 0], [2, 0], [0, 0]]);
  assert.deepEqual([use(french, 'figures'), use(french, 'facilitator')], [[1, 0], [0, 0]]);

  const narrowed = await second.put('/api/rights/consent', { consent: 'aggregate', shares_with_members: false, shares_with_research: false });
  assert.equal(narrowed.status, 204, narrowed.text);
  const [after] = await texts();
  assert.deepEqual([use(after, 'facilitator'), use(after, 'members'), use(after, 'figures')], [[1, 1], [1, 1], [2, 0]]);
});

test('nothing in it names who or when', async () => {
  const { text } = await facilitator.get(`/api/waves/${wave.id}/consents`);
  for (const link of links) assert.ok(!text.includes(link.respondent_id));
  assert.doesNotMatch(text, /_at"|\d{4}-\d\d-\d\dT/);
});
