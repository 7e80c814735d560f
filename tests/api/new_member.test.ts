// SPDX-License-Identifier: Apache-2.0
// One member is added by hand: an organization that the register has, or one that it lacks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string; // a new one, empty

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('renata@region.example');
  const made = await facilitator.post('/api/clusters', { name: 'Hand Added', country_code: 'GD' });
  assert.equal(made.status, 201, made.text);
  cluster = made.body.id;
});
after(() => server.stop());

const add = (body: unknown) => facilitator.post(`/api/clusters/${cluster}/members`, body);
const organization = (name: string, more = {}) => ({ name, country_code: 'GD', ...more });
const candidates = async (name: string, country_code = 'GD') =>
  (await facilitator.get(`/api/clusters/${cluster}/candidates?name=${encodeURIComponent(name)}&country_code=${country_code}`))
    .body.items;
const codes = ({ body }: any) => body.errors.map((each: any) => `${each.pointer} ${each.code}`);

test('an organization that the register lacks is made, seen by the cluster only', async () => {
  const added = await add({
    organization: organization('Gouyave Fish Smokers', { kind: 'cooperative', locality: 'Gouyave' }),
    contact_name: 'Ann Smoker', contact_email: 'ann@smokers.example', contact_consent_on: '2026-02-01',
  });
  assert.equal(added.status, 201, added.text);
  const { body } = added;
  assert.deepEqual([body.label, body.country_code, body.category], ['Gouyave Fish Smokers', 'GD', 'core_firm']);
  assert.equal((await server.client().get(`/api/organizations/${body.organization_id}`)).status, 404);
  const made = (await facilitator.get(`/api/organizations/${body.organization_id}`)).body;
  assert.deepEqual([made.kind, made.locality, made.visibility], ['cooperative', 'Gouyave', 'cluster']);
  const [person] = (await facilitator.get(`/api/clusters/${cluster}/people`)).body.items;
  assert.deepEqual([person.name, person.consent, person.consent_on], ['Ann Smoker', 'given', '2026-02-01']);
});

test('what resembles one of the register waits for a choice: this one, or a new one', async () => {
  const [known] = await candidates('The Concord Valley Chocolate Co. Ltd');
  assert.deepEqual([known.name, known.is_member, known.reasons], ['Concord Valley Chocolate', false, ['same_name']]);

  const described = { organization: organization('The Concord Valley Chocolate Co. Ltd') };
  const asked = await add(described);
  assert.deepEqual([asked.status, asked.body.reason, codes(asked)], [409, 'maybe_duplicate', ['/organization/name maybe_duplicate']]);
  assert.equal(asked.body.errors[0].params.name, 'Concord Valley Chocolate');

  const linked = await add({ organization_id: known.id });
  assert.equal(linked.status, 201, linked.text);
  assert.equal(linked.body.organization_id, known.id);
  assert.equal((await candidates('Concord Valley Chocolate'))[0].is_member, true);
  const again = await add({ organization_id: known.id });
  assert.deepEqual([again.status, codes(again)], [422, ['/organization_id taken']]);

  const insisted = await add({ ...described, is_new: true });
  assert.equal(insisted.status, 201, insisted.text);
  assert.notEqual(insisted.body.organization_id, known.id);
});

test('exactly one organization is meant, and its rules speak of its own fields', async () => {
  assert.deepEqual(codes(await add({})), ['/organization_id required']);
  const [known] = await candidates('Trafalgar Craft Chocolate', 'DM');
  const both = await add({ organization_id: known.id, organization: organization('Somebody Else Entirely') });
  assert.deepEqual(codes(both), ['/organization_id not_allowed']);
  const broken = await add({ organization: { name: ' ', country_code: 'XX', website: 'no' } });
  assert.equal(broken.status, 422);
  for (const pointer of ['/organization/name', '/organization/country_code', '/organization/website'])
    assert.ok(codes(broken).some((each: string) => each.startsWith(pointer)), pointer);
  const early = await add({ organization: organization('Early Bird Works'), contact_consent_on: '2999-01-01' });
  assert.deepEqual(codes(early), ['/contact_name required', '/contact_consent_on in_future']);
});

test('a member sent again with its key is added once', async () => {
  const send = () =>
    facilitator.post(`/api/clusters/${cluster}/members`, { organization: organization('Once Only Works') }, {
      headers: { 'idempotency-key': 'new-member-0001' },
    });
  const first = await send();
  assert.equal(first.status, 201, first.text);
  assert.equal((await send()).body.id, first.body.id);
});
