// SPDX-License-Identifier: Apache-2.0
// Who stands on a public page: only who agreed to it, with what they agreed to.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let visitor: Client;
let cluster: string;
let person: any;
let role: string;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  facilitator = await server.as('alana@m10.example');
  const clusters = (await facilitator.get('/api/clusters?mine=true')).body.items;
  cluster = clusters.find((each: any) => each.slug === 'windward-cocoa-and-spice').id;
  const draft = { name: 'Ines Cornwall', email: 'ines@team.example', phone: '473-555-0142', language: 'fr', role: 'treasurer' };
  const made = await facilitator.post(`/api/clusters/${cluster}/people`, draft);
  assert.equal(made.status, 201, made.text);
  person = made.body;
  role = person.roles[0].id;
});
after(() => server.stop());

const showing = () => `/api/people/${person.id}/roles/${role}/showing`;
const team = async () => (await visitor.get(`/api/clusters/${cluster}/team`)).body.items;
const inesOn = (items: any[]) => items.find((each) => each.name === 'Ines Cornwall');
const page = async () => (await visitor.get('/clusters/windward-cocoa-and-spice')).text;

async function linkMailed() {
  const row = (await visitor.get('/dev/mail')).text.split('<tr>').find((each) => each.includes('ines@team.example'));
  const text = (await visitor.get(/href="(\/dev\/mail\/[^"]+)"/.exec(row!)![1]!)).text;
  const url = new URL(/href="(http[^"]+\/team\?[^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&'));
  return url.pathname + url.search;
}
const answer = (link: string, fields: [string, string][]) =>
  visitor.request('POST', link, {
    raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(fields).toString() },
  });

test('nobody is shown before being asked, nor by being asked', async () => {
  assert.equal(inesOn(await team()), undefined);
  const asked = await facilitator.post(showing());
  assert.equal(asked.status, 200, asked.text);
  assert.equal(asked.body.state, 'asked');
  assert.equal(inesOn(await team()), undefined);
  assert.ok(!(await page()).includes('Ines Cornwall'));
});

test('who agrees is shown with name, role and languages, and no address that was not ticked', async () => {
  const link = await linkMailed();
  const question = await visitor.get(link);
  assert.equal(question.status, 200);
  assert.ok(question.text.includes('Ines Cornwall') && question.text.includes('Windward Cocoa and Spice Cluster'));
  const agreed = await answer(link, [['act', 'agree'], ['languages', 'fr'], ['languages', 'ht'], ['languages', 'xx'], ['shows_email', '1']]);
  assert.equal(agreed.status, 200, agreed.text);
  assert.deepEqual(inesOn(await team()), {
    name: 'Ines Cornwall', role: 'treasurer', languages: ['fr', 'ht'], email: 'ines@team.example', phone: null,
  });
  const html = await page();
  assert.ok(html.includes('Ines Cornwall') && html.includes('mailto:ines@team.example'));
  assert.ok(!html.includes('555-0142'));
  const [kept] = (await facilitator.get(`/api/people/${person.id}/showings`)).body.items;
  assert.deepEqual([kept.state, kept.consent_version, typeof kept.answered_at], ['given', '1', 'string']);
});

test('a link that was tampered with opens nothing', async () => {
  const link = await linkMailed();
  assert.equal((await visitor.get(link.replace(/token=./, 'token=!'))).status, 404);
});

test('what was agreed to is shown, and nothing that came in its place', async () => {
  const { version } = (await facilitator.get(`/api/people/${person.id}`)).body;
  const changed = await facilitator.patch(`/api/people/${person.id}`, { email: 'private@team.example' }, version);
  assert.equal(changed.status, 200, changed.text);
  assert.equal(inesOn(await team()).email, null);
  const renamed = await facilitator.patch(`/api/people/${person.id}`, { name: 'Someone Else' }, changed.body.version);
  assert.ok(!(await team()).some((each: any) => each.name === 'Someone Else'));
  const old = await linkMailed();
  assert.equal((await visitor.get(old)).status, 404, 'a link that went to another address opens nothing');
  const back = await facilitator.patch(`/api/people/${person.id}`, { name: 'Ines Cornwall', email: 'ines@team.example' }, renamed.body.version);
  assert.equal(back.status, 200, back.text);
  assert.equal(inesOn(await team()).email, 'ines@team.example');
});

test('the person takes it back by the same link, and is gone at once', async () => {
  const link = await linkMailed();
  assert.equal((await answer(link, [['act', 'withdraw']])).status, 200);
  assert.equal(inesOn(await team()), undefined);
  assert.ok(!(await page()).includes('Ines Cornwall'));
});

test('the keeper takes somebody off the page and cannot put them there', async () => {
  await answer(await linkMailed(), [['act', 'agree']]);
  assert.equal((await facilitator.remove(showing())).status, 204);
  assert.equal(inesOn(await team()), undefined);
  assert.equal((await facilitator.post(showing())).body.state, 'withdrawn', 'an earlier answer stays until there is a new one');
  assert.equal(inesOn(await team()), undefined);
});

test('who has no address cannot be asked', async () => {
  const made = await facilitator.post(`/api/clusters/${cluster}/people`, { name: 'No Address', phone: '473-555-0143' });
  const refused = await facilitator.post(`/api/people/${made.body.id}/roles/${made.body.roles[0].id}/showing`);
  assert.deepEqual([refused.status, refused.body.reason], [409, 'no_email']);
});

test('nobody else knows what somebody was asked', async () => {
  const member = await server.as('jodie@m21.example');
  assert.equal((await member.get(`/api/people/${person.id}/showings`)).status, 404);
  assert.equal((await member.post(showing())).status, 404);
  assert.equal((await visitor.remove(showing())).status, 404);
});

test('an erased person is on no page, and the link is dead', async () => {
  const link = await linkMailed();
  await answer(link, [['act', 'agree']]);
  assert.ok(inesOn(await team()));
  const { version } = (await facilitator.get(`/api/people/${person.id}`)).body;
  const erased = await facilitator.post(`/api/people/${person.id}/erase`, undefined, { headers: { 'if-match': `"${version}"` } });
  assert.equal(erased.status, 200, erased.text);
  assert.equal(erased.body.removed.team_showings, 1);
  assert.equal(inesOn(await team()), undefined);
  assert.equal((await visitor.get(link)).status, 404);
});
