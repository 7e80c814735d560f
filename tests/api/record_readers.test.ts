// SPDX-License-Identifier: Apache-2.0
// Who can see a record: what is said is held against what every account of the demonstration can in fact read.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';

const levels = ['private', 'cluster', 'bso', 'national', 'regional_aggregate', 'public'] as const;
const emails = [
  'alana@m10.example', 'jodie@m21.example', 'francine@m27.example', 'orville@bz.example', 'claudia@gd.example',
  'renata@region.example', 'henrik@bluearc.example', 'administrator@test.example',
];
let server: TestServer;
let administrator: Client;
const accounts = new Map<string, { client: Client; grants: any[] }>();
before(async () => {
  server = await TestServer.start();
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  for (const email of emails) {
    const client = await server.as(email);
    accounts.set(email, { client, grants: (await client.get('/api/session')).body.grants });
  }
  administrator = accounts.get('administrator@test.example')!.client;
});
after(() => server?.stop());

const readersOf = (client: Client, kind: string, id: string) => client.get(`/api/record_readers?kind=${kind}&id=${id}`);

/// Whether one of the roles is among those that are said to see it.
const isSaid = (said: any, grants: any[]) =>
  said.is_for_everybody ||
  grants.some((grant) =>
    said.readers.some(
      (each: any) => each.role === grant.role && each.scope === grant.scope && each.scope_name === (grant.scope_name ?? ''),
    ),
  );

/// Every account reads the record exactly when what the administrator is told says so.
async function compare(kind: string, id: string, path: string, asker = administrator) {
  const { status, body: said, text } = await readersOf(asker, kind, id);
  assert.equal(status, 200, text);
  for (const [email, { client, grants }] of accounts) {
    const read = await client.get(path);
    assert.equal(read.status === 200, isSaid(said, grants), `${email} at ${path}: ${read.status}, ${JSON.stringify(said.readers)}`);
    if (read.status !== 200) assert.equal((await readersOf(client, kind, id)).status, 404, `${email} asks about ${kind}`);
  }
  return said;
}

for (const level of levels)
  test(`an organization and a cluster at level ${level} are seen by whom it says`, async () => {
    const { body } = await administrator.get('/api/clusters?limit=100');
    const cluster = body.items.find(({ slug }: any) => slug === 'windward-cocoa-and-spice');
    const member = (await administrator.get(`/api/clusters/${cluster.id}/profiles?limit=100`)).body.items.find(
      (each: any) => each.country_code === 'DM',
    );
    server.execute(`UPDATE clusters SET visibility = '${level}' WHERE id = '${cluster.id}'`);
    server.execute(`UPDATE organizations SET visibility = '${level}' WHERE id = '${member.organization.id}'`);
    const organization = await compare('organization', member.organization.id, `/api/organizations/${member.organization.id}`);
    const found = await compare('cluster', cluster.id, `/api/clusters/${cluster.id}`);
    assert.deepEqual([organization.visibility, found.is_for_everybody], [level, level === 'public']);
    server.execute(`UPDATE clusters SET visibility = 'public' WHERE id = '${cluster.id}'`);
    server.execute(`UPDATE organizations SET visibility = 'public' WHERE id = '${member.organization.id}'`);
  });

test('projects, experts and agreements are seen by whom it says', async () => {
  const project = (await administrator.get('/api/projects?limit=100')).body.items[0];
  for (const level of ['private', 'national', 'public']) {
    server.execute(`UPDATE projects SET visibility = '${level}' WHERE id = '${project.id}'`);
    await compare('project', project.id, `/api/projects/${project.id}`);
  }
  const expert = (await administrator.get('/api/experts')).body.items[0];
  await compare('expert', expert.id, `/api/experts/${expert.id}`);
  const alana = accounts.get('alana@m10.example')!.client;
  const agreement = (await alana.get('/api/agreements')).body.items.find((each: any) => each.visibility === 'cluster');
  for (const level of ['private', 'cluster']) {
    server.execute(`UPDATE agreements SET visibility = '${level}' WHERE id = '${agreement.id}'`);
    await compare('agreement', agreement.id, `/api/agreements/${agreement.id}`, alana);
  }
});

test('documents and files that were taken out are seen by whom it says', async () => {
  const alana = accounts.get('alana@m10.example')!.client;
  const { body } = await administrator.get('/api/clusters?limit=100');
  const cluster = body.items.find(({ slug }: any) => slug === 'windward-cocoa-and-spice');
  const [attachment] = (await administrator.get(`/api/clusters/${cluster.id}/attachments`)).body.items;
  const path = `/files/${attachment.id}/${attachment.sizes[0].name}`;
  for (const level of ['cluster', 'public']) {
    server.execute(`UPDATE attachments SET visibility = '${level}' WHERE id = '${attachment.id}'`);
    const said = await compare('attachment', attachment.id, path);
    assert.equal(said.is_for_everybody, level === 'public');
  }
  server.execute(`UPDATE attachments SET publication = 'draft' WHERE id = '${attachment.id}'`);
  const draft = await compare('attachment', attachment.id, path);
  assert.deepEqual([draft.publication, draft.is_for_everybody], ['draft', false]);

  const wave = (await alana.get(`/api/clusters/${cluster.id}/waves`)).body.items[0];
  const taken = await alana.get(`/api/waves/${wave.id}/ties.csv?question=know&purpose=facilitation`);
  assert.equal(taken.status, 200, taken.text);
  const [file] = (await alana.get(`/api/waves/${wave.id}/exports`)).body.items;
  const said = (await readersOf(alana, 'exported_file', file.id)).body;
  assert.deepEqual(said.readers.map((each: any) => [each.role, each.scope]), [['facilitator', 'cluster']]);
  for (const client of [administrator, accounts.get('jodie@m21.example')!.client])
    assert.equal((await readersOf(client, 'exported_file', file.id)).status, 404);
});

test('people and waves are no administrator\'s, and names are told to those who may know them', async () => {
  const { client: alana, grants } = accounts.get('alana@m10.example')!;
  const cluster = grants[0].scope_id;
  const wave = (await alana.get(`/api/clusters/${cluster}/waves`)).body.items[0];
  const said = await compare('wave', wave.id, `/api/waves/${wave.id}`, alana);
  assert.deepEqual(said.readers.map((each: any) => [each.role, each.scope]), [['facilitator', 'cluster']]);
  assert.ok(said.readers[0].names.includes('Alana Noel'), 'her own cluster');
  const person = (await alana.get(`/api/clusters/${cluster}/people?limit=1`)).body.items[0];
  await compare('person', person.id, `/api/people/${person.id}`, alana);
  const { client: jodie } = accounts.get('jodie@m21.example')!;
  server.execute(`UPDATE clusters SET visibility = 'cluster' WHERE id = '${cluster}'`);
  for (const each of (await readersOf(jodie, 'cluster', cluster)).body.readers ?? [])
    if (each.scope === 'platform') assert.deepEqual(each.names, [], 'who runs the installation is not told by name');
  server.execute(`UPDATE clusters SET visibility = 'public' WHERE id = '${cluster}'`);
});

test('deputies are among the readers from their first day to their last', async () => {
  const { client: alana, grants } = accounts.get('alana@m10.example')!;
  const cluster = grants[0].scope_id;
  const wave = (await alana.get(`/api/clusters/${cluster}/waves`)).body.items[0];
  const count = async () => (await readersOf(alana, 'wave', wave.id)).body.readers[0].accounts;
  const before = await count();
  addAccount(server, 'deputy@test.example', 'assessor', 'platform', '');
  server.execute(`INSERT INTO deputies (id, account_id, deputy_id, role, scope, scope_id, begins_at, ends_at, created_at)
    SELECT '${randomUUID()}', a.id, d.id, 'facilitator', 'cluster', '${cluster}', 0, ${Date.now() + 86_400_000}, 0
    FROM accounts a, accounts d WHERE a.email = 'alana@m10.example' AND d.email = 'deputy@test.example'`);
  assert.equal(await count(), before + 1);
  server.execute(`UPDATE deputies SET begins_at = ${Date.now() + 3_600_000}`);
  assert.equal(await count(), before, 'not yet');
  server.execute(`UPDATE deputies SET begins_at = 0, ends_at = ${Date.now() - 1000}`);
  assert.equal(await count(), before, 'no more');
});
