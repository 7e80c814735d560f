// SPDX-License-Identifier: Apache-2.0
// People behind members: contacts, invitations, duplicates, and the way out.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { Client, demoPassword, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const clusters = (await facilitator.get('/api/clusters?mine=true')).body.items;
  cluster = clusters.find((each: any) => each.slug === 'windward-cocoa-and-spice').id;
});
after(() => server.stop());

const people = async () => (await facilitator.get(`/api/clusters/${cluster}/people?limit=200`)).body.items;
const personNamed = async (name: string) => (await people()).find((each: any) => each.name === name);
const memberNamed = async (start: string) =>
  (await facilitator.get(`/api/clusters/${cluster}/members?limit=100`)).body.items.find((each: any) =>
    each.organization.name.startsWith(start),
  );
const consented = { consent: 'given', consent_on: '2026-02-01' };

test('every contact of the roster is a person who gets its mail', async () => {
  const shanelle = await personNamed('Shanelle Joseph');
  assert.equal(shanelle.email, 'shanelle@m02.example');
  assert.equal(shanelle.consent, 'not_asked');
  assert.ok(shanelle.roles[0].is_primary);
  assert.match(shanelle.roles[0].organization_name, /^Concord/);
});

test('a corrected person corrects the roster, and a corrected roster the person', async () => {
  const shanelle = await personNamed('Shanelle Joseph');
  const changed = await facilitator.patch(`/api/people/${shanelle.id}`, { phone: '+1-473-555-0777', ...consented }, shanelle.version);
  assert.equal(changed.status, 200, changed.text);
  let member = await memberNamed('Concord');
  assert.equal(member.contact_phone, '+1-473-555-0777');
  await facilitator.patch(`/api/memberships/${member.id}`, { contact_email: 'office@m02.example' }, member.version);
  assert.equal((await personNamed('Shanelle Joseph')).email, 'office@m02.example');

  // Another name is another person; the former one stays known.
  member = await memberNamed('Concord');
  await facilitator.patch(
    `/api/memberships/${member.id}`,
    { contact_name: 'Nerissa Joseph', contact_email: 'nerissa@m02.example', contact_phone: null }, member.version,
  );
  const former = await personNamed('Shanelle Joseph');
  assert.ok(former.roles[0].until && !former.roles[0].is_primary);
  assert.ok((await personNamed('Nerissa Joseph')).roles[0].is_primary);
});

test('who withdraws consent gets no mail and stays known by name', async () => {
  const made = await personNamed('Kellon Baptiste');
  const withdrawn = await facilitator.patch(
    `/api/people/${made.id}`, { consent: 'withdrawn', consent_on: '2026-02-01' }, made.version,
  );
  assert.equal(withdrawn.status, 200, withdrawn.text);
  const member = await memberNamed('Sauteurs');
  assert.deepEqual([member.contact_name, member.contact_email, member.contact_phone], ['Kellon Baptiste', null, null]);
  const refused = await facilitator.post(`/api/people/${made.id}/invite`, { role: 'member', scope: 'cluster', scope_id: cluster });
  assert.equal(refused.body.reason, 'consent_withdrawn');
});

test('one person has roles in several members, one of whom has its mail sent there', async () => {
  const [micoud, choiseul] = [await memberNamed('Micoud'), await memberNamed('Choiseul')];
  const made = await facilitator.post(`/api/clusters/${cluster}/people`, {
    name: 'Marva Twohats', email: 'marva@two.example', organization_id: micoud.organization.id, role: 'adviser',
  });
  assert.equal(made.status, 201, made.text);
  const both = await facilitator.post(`/api/people/${made.body.id}/roles`, {
    cluster_id: cluster, organization_id: choiseul.organization.id, role: 'contact', is_primary: true,
  });
  assert.equal(both.body.roles.length, 2);
  assert.equal((await memberNamed('Choiseul')).contact_email, 'marva@two.example');
  assert.notEqual((await memberNamed('Micoud')).contact_email, 'marva@two.example');
});

test('people of another cluster do not exist', async () => {
  const other = await server.as('renata@region.example');
  const shanelle = await personNamed('Nerissa Joseph');
  assert.equal((await other.get(`/api/people/${shanelle.id}`)).status, 404);
  assert.equal((await other.post(`/api/people/${shanelle.id}/erase`)).status, 404);
  const elsewhere = (await other.post('/api/clusters', { name: 'Elsewhere', country_code: 'GD' })).body.id;
  const role = await facilitator.post(`/api/people/${shanelle.id}/roles`, { cluster_id: elsewhere });
  assert.equal(role.body.errors[0].pointer, '/cluster_id', 'a facilitator gives no roles in clusters of others');
});

test('two entries of one telephone are proposed and made one', async () => {
  const first = (await facilitator.post(`/api/clusters/${cluster}/people`, { name: 'Twin Person', phone: '+1 473 555 4242' })).body;
  const second = (await facilitator.post(`/api/clusters/${cluster}/people`, { name: 'T. Person', phone: '473-555-4242', email: 'twin@p.example' })).body;
  const pairs = (await facilitator.get(`/api/clusters/${cluster}/people/duplicates`)).body.items;
  const pair = pairs.find((each: any) => [each.first.id, each.second.id].includes(first.id));
  assert.equal(pair.because, 'phone');
  const one = await facilitator.post(`/api/people/${first.id}/merge`, { other_id: second.id });
  assert.equal(one.body.email, 'twin@p.example');
  assert.equal(one.body.roles.length, 2);
  assert.equal((await facilitator.get(`/api/people/${second.id}`)).status, 404);
});

/// The newest mail to an address, as the mailbox of the demonstration shows it.
async function mailTo(address: string): Promise<string> {
  const list = await server.client().get('/dev/mail', { headers: { accept: 'text/html' } });
  const row = list.text.split('<tr').find((each) => each.includes(address)) ?? '';
  const link = row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)?.[1] ?? '';
  return (await server.client().get(link, { headers: { accept: 'text/html' } })).text;
}
const tokenIn = (mail: string) => mail.match(/\/app\/invitation#([0-9a-f-]{36}\.[0-9A-Z]+)/)?.[1] ?? '';

test('an invitation makes an account once, and grants what it says', async () => {
  const made = (await facilitator.post(`/api/clusters/${cluster}/people`, { name: 'Inez New', email: 'inez@new.example' })).body;
  const invited = await facilitator.post(`/api/people/${made.id}/invite`, { role: 'member', scope: 'cluster', scope_id: cluster });
  assert.equal(invited.status, 200, invited.text);
  assert.ok(!invited.text.includes('"id"'), 'the id is half of the secret');
  const token = tokenIn(await mailTo('inez@new.example'));
  const visitor = server.client();
  const offer = await visitor.post('/api/invitations/look', { token });
  assert.deepEqual([offer.body.name, offer.body.role, offer.body.has_account], ['Inez New', 'member', false]);

  assert.equal((await visitor.post('/api/invitations/accept', { token, password: 'short' })).body.errors[0].code, 'password_too_short');
  const accepted = await visitor.post('/api/invitations/accept', { token, password: 'a long way to the beach' });
  assert.equal(accepted.status, 204, accepted.text);
  const session = (await visitor.get('/api/session')).body;
  assert.deepEqual(session.grants.map((grant: any) => [grant.role, grant.scope_id]), [['member', cluster]]);
  const again = await server.client().post('/api/invitations/accept', { token, password: 'a long way to the beach' });
  assert.equal(again.body.reason, 'invitation_used');
  const person = (await facilitator.get(`/api/people/${made.id}`)).body;
  assert.ok(person.account_id && person.consent === 'given');
});

test('an address that signs in already proves it with its own password', async () => {
  const made = (await facilitator.post(`/api/clusters/${cluster}/people`, { name: 'Jodie Laurent', email: 'jodie@m21.example', role: 'delegate' })).body;
  await facilitator.post(`/api/people/${made.id}/invite`, { role: 'facilitator', scope: 'cluster', scope_id: cluster });
  const token = tokenIn(await mailTo('jodie@m21.example'));
  const wrong = await server.client().post('/api/invitations/accept', { token, password: 'another long password' });
  assert.equal(wrong.body.reason, 'wrong_email_or_password');
  const right = await server.client().post('/api/invitations/accept', { token, password: demoPassword });
  assert.equal(right.status, 204, right.text);
});

test('nobody hands on what is not theirs, and a changed token opens nothing', async () => {
  const made = (await facilitator.post(`/api/clusters/${cluster}/people`, { name: 'Ambitious', email: 'am@bitious.example' })).body;
  const concord = await memberNamed('Concord');
  for (const draft of [
    { role: 'member', scope: 'organization', scope_id: concord.organization.id },
    { role: 'administrator', scope: 'platform', scope_id: '' },
    { role: 'facilitator', scope: 'cluster', scope_id: '018f0000-0000-7000-8000-000000000000' },
  ]) {
    const refused = await facilitator.post(`/api/people/${made.id}/invite`, draft);
    assert.equal(refused.body.errors?.[0].code, 'not_yours_to_give', JSON.stringify(draft));
  }
  await facilitator.post(`/api/people/${made.id}/invite`, { role: 'member', scope: 'cluster', scope_id: cluster });
  const token = tokenIn(await mailTo('am@bitious.example'));
  const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  assert.equal((await server.client().post('/api/invitations/look', { token: changed })).body.reason, 'invitation_unknown');
});

test('an erased person is gone from people, roster, history, outbox and files', async () => {
  const canary = 'kanaripersona';
  const member = await memberNamed('Calibishie');
  await facilitator.patch(
    `/api/memberships/${member.id}`,
    { contact_name: `${canary} Surname`, contact_email: `${canary}@secret.example`, contact_phone: '+1-767-555-9090' },
    member.version,
  );
  const person = await personNamed(`${canary} Surname`);
  await facilitator.post(`/api/people/${person.id}/invite`, { role: 'member', scope: 'cluster', scope_id: cluster });
  const receipt = await facilitator.post(`/api/people/${person.id}/erase`, undefined, {
    headers: { 'if-match': `"${person.version}"` },
  });
  assert.equal(receipt.status, 200, receipt.text);
  assert.equal(receipt.body.removed.people, 1);
  assert.equal(receipt.body.removed.roster_contacts, 1);
  assert.ok(receipt.body.removed.mails >= 1);
  assert.ok(receipt.body.stays.includes('backups'));

  assert.equal((await facilitator.get(`/api/people/${person.id}`)).status, 404);
  const cleared = await memberNamed('Calibishie');
  assert.deepEqual([cleared.contact_name, cleared.contact_email, cleared.contact_phone], [null, null, null]);
  for (const address of [
    `/api/clusters/${cluster}/people?limit=200`, `/api/clusters/${cluster}/members?limit=200`,
    `/api/memberships/${member.id}/statement`, '/api/account/data', '/dev/mail',
  ]) {
    const { text } = await facilitator.get(address);
    assert.ok(!text.includes(canary), `still at ${address}`);
  }
});

test('everything held about oneself comes as one document, and ends with the password', async () => {
  const inez = server.client();
  await inez.post('/api/session', { email: 'inez@new.example', password: 'a long way to the beach' });
  const { body, text } = await inez.get('/api/account/data');
  const held = (table: string) => body.holdings.filter((each: any) => each.table === table).flatMap((each: any) => each.records);
  assert.equal(held('accounts')[0].email, 'inez@new.example');
  assert.equal(held('people').length, 1);
  assert.ok(held('sessions').length >= 1);
  assert.ok(!/password_hash|token_sha256|argon2/.test(text));

  assert.equal((await inez.post('/api/account/erase', { password: 'not the right password' })).status, 401);
  const receipt = await inez.post('/api/account/erase', { password: 'a long way to the beach' });
  assert.equal(receipt.body.removed.accounts, 1);
  assert.equal((await inez.get('/api/session')).body.account, null);
  assert.equal(await personNamed('Inez New'), undefined);
});

test('the only facilitator of a cluster finds somebody to follow first', async () => {
  const renata = await server.as('renata@region.example');
  const made = (await renata.post('/api/clusters', { name: 'Lone Star', country_code: 'GD' })).body;
  const added = await renata.post(`/api/clusters/${made.id}/members`, { organization: { name: 'Lone Firm', country_code: 'GD' } });
  assert.equal(added.status, 201, added.text);
  const refused = await renata.post('/api/account/erase', { password: demoPassword });
  assert.equal(refused.body.reason, 'last_facilitator');
});

test('the log names no person', () => {
  assert.ok(!/kanaripersona|inez@new|shanelle@/i.test(server.log));
  for (const name of readdirSync(server.folder))
    if (name.endsWith('.log')) assert.ok(!/kanaripersona/.test(readFileSync(join(server.folder, name), 'utf8')));
});
