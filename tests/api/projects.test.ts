// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let facilitator: Client; // of the Windward cluster
let officer: Client; // of Dominica
let windward: any;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  facilitator = await server.as('alana@m10.example');
  officer = await server.as('francine@m27.example');
  windward = (await facilitator.get('/api/clusters?mine=true')).body.items[0];
});
after(() => server.stop());

const draft = (name: string, more: object = {}) => ({
  name, funder: 'Blue Arc Fund', countries: ['DM'], clusters: [], organizations: [], ...more,
});
const organization = async (q: string) => (await visitor.get(`/api/organizations?q=${q}`)).body.items[0];

test('a project is entered with its clusters, organizations and money', async () => {
  const lead = await organization('isle');
  const made = await facilitator.post('/api/projects', draft('Jars together', {
    countries: ['GD'], amount_minor: 1_671_100, currency: 'USD', clusters: [{ cluster_id: windward.id }],
    organizations: [{ organization_id: lead.id, role: 'lead' }],
  }));
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.slug, 'jars-together');
  assert.equal(made.body.publication, 'draft');
  assert.equal(made.body.clusters[0].name, windward.name);
  assert.deepEqual(made.body.organizations, [
    { organization_id: lead.id, role: 'lead', name: lead.name, slug: lead.slug },
  ]);
  assert.equal((await visitor.get(`/api/projects/${made.body.id}`)).status, 404);
});

test('every broken field is named at once', async () => {
  const { status, body } = await officer.post('/api/projects', draft('', { amount_minor: 5, ends_on: '2026-01-01', starts_on: '2026-02-01' }));
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map((each: any) => `${each.pointer} ${each.code}`),
    ['/name required', '/currency required', '/ends_on before_start']);
});

test('what is published names its source and is then read by everybody', async () => {
  const made = (await officer.post('/api/projects', draft('Breadfruit drying'))).body;
  const refused = await officer.patch(`/api/projects/${made.id}`, { publication: 'published' }, 1);
  assert.deepEqual(refused.body.errors[0].pointer, '/source');
  const published = await officer.patch(`/api/projects/${made.id}`, { publication: 'published', source: 'Gazette' }, 1);
  assert.equal(published.status, 200, published.text);
  assert.equal((await visitor.get(`/api/projects/${made.id}`)).body.name, 'Breadfruit drying');
});

test('an editor enters projects of the own reach only', async () => {
  const elsewhere = await officer.post('/api/projects', draft('Elsewhere', { countries: ['JM'] }));
  assert.equal(elsewhere.status, 403);
  assert.equal(elsewhere.body.reason, 'out_of_reach');
  const withoutCluster = await facilitator.post('/api/projects', draft('No cluster of mine'));
  assert.equal(withoutCluster.status, 403);
});

test('an editor who does not see a part leaves it where it is', async () => {
  const hidden = await organization('trafalgar');
  const made = (await officer.post('/api/projects', draft('Two hands', {
    organizations: [{ organization_id: hidden.id, role: 'support' }], clusters: [{ cluster_id: windward.id }],
  }))).body;
  const member = await server.as('jodie@m21.example');
  const own = (await member.get(`/api/organizations/${hidden.id}`)).body;
  await member.patch(`/api/organizations/${hidden.id}`, { visibility: 'private' }, own.version);
  const seen = (await officer.get(`/api/projects/${made.id}`)).body;
  assert.deepEqual(seen.organizations, []);
  const changed = await officer.patch(`/api/projects/${made.id}`, { organizations: [] }, seen.version);
  assert.equal(changed.status, 200, changed.text);
  const asOwner = await member.get(`/api/organizations/${hidden.id}`);
  await member.patch(`/api/organizations/${hidden.id}`, { visibility: 'public' }, asOwner.body.version);
  assert.equal((await officer.get(`/api/projects/${made.id}`)).body.organizations[0].organization_id, hidden.id);
});

test('the list is narrowed by country, status and year', async () => {
  const names = async (query: string) =>
    (await visitor.get(`/api/projects?${query}`)).body.items.map((each: any) => each.name);
  assert.deepEqual(await names('country_code=BZ'), ['Fermenting sheds of Toledo']);
  assert.deepEqual(await names('status=cancelled'), ['River landing for visitors']);
  assert.deepEqual(await names('q=cut+test'), ['Cut test for every lot']);
});

test('organizations that have run a project are found', async () => {
  const { body } = await visitor.get('/api/organizations?has_run_project=true&limit=100');
  const slugs = body.items.map((each: any) => each.slug);
  assert.ok(slugs.some((slug: string) => slug.startsWith('isle-of-spice')), slugs.join());
  assert.ok(!slugs.includes('calibishie-cocoa-trail'));
});

test('a project has a page, and stands on those of its cluster, organizations and countries', async () => {
  const page = await visitor.get('/projects/windward-window');
  assert.equal(page.status, 200);
  assert.match(page.text, /US\$ 240,000/);
  assert.match(page.text, /Invented/);
  const year = (await visitor.get('/projects.json')).body.items.find((each: any) => each.name === 'Windward Window').starts_on.slice(0, 4);
  for (const path of ['/projects', `/projects?year=${year}`, '/clusters/windward-cocoa-and-spice', '/countries/LC'])
    assert.match((await visitor.get(path)).text, /\/projects\/windward-window/, path);
  assert.equal((await visitor.get('/projects/no-such-thing')).status, 404);
});

test('the public register is downloaded as a table and as JSON', async () => {
  const table = await visitor.get('/projects.csv');
  assert.match(table.headers.get('content-type')!, /^text\/csv/);
  assert.match(table.headers.get('link')!, /rel="license"/);
  assert.ok(table.text.startsWith('name,funder,call_name,'));
  assert.ok(table.text.includes('Windward Window,Blue Arc Fund'));
  const { body } = await visitor.get('/projects.json');
  assert.ok(body.items.length >= 5 && body.license.startsWith('https://'));
  assert.ok(!(await officer.get('/projects.csv')).text.includes('Jars together'), 'drafts stay out, whoever asks');
});

test('a project is taken out of the register', async () => {
  const made = (await officer.post('/api/projects', draft('Short-lived'))).body;
  assert.equal((await officer.remove(`/api/projects/${made.id}`, 1)).status, 204);
  assert.equal((await officer.get(`/api/projects/${made.id}`)).status, 404);
});
