// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let editor: Client; // keeps the directory of the region
let officer: Client; // of Dominica
let member: Client; // of Trafalgar Craft Chocolate

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  editor = await server.as('renata@region.example');
  officer = await server.as('francine@m27.example');
  member = await server.as('jodie@m21.example');
});
after(() => server.stop());

const draft = (name: string, more: object = {}) => ({ name, kind: 'bso', country_code: 'DM', ...more });

async function add(name: string, more: object = {}) {
  const answer = await editor.post('/api/organizations', draft(name, more));
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

async function bySlug(client: Client, slug: string) {
  const { body } = await client.get(`/api/organizations?q=${slug.replaceAll('-', '%20')}`);
  return body.items.find((each: any) => each.slug === slug);
}

test('a new organization is a draft with an address made of its name', async () => {
  const made = await add('Roseau Export Desk');
  assert.equal(made.slug, 'roseau-export-desk');
  assert.equal(made.publication, 'draft');
  assert.equal(made.claim, 'unclaimed');
  assert.equal(made.version, 1);
  assert.equal((await visitor.get(`/api/organizations/${made.id}`)).status, 404);
});

test('every broken field is named at once', async () => {
  const answer = await editor.post('/api/organizations', draft('', { country_code: 'XX', sector: '00', website: 'x' }));
  assert.equal(answer.status, 422);
  assert.deepEqual(
    answer.body.errors.map((each: any) => `${each.pointer} ${each.code}`),
    ['/name required', '/country_code unknown_code', '/sector unknown_code', '/website not_a_url'],
  );
});

test('keys for sorting and search are neither sent nor accepted', async () => {
  const made = await add('Keyless');
  assert.equal('sort_key' in made, false);
  const answer = await editor.post('/api/organizations', draft('Other', { sort_key: 'a' }));
  assert.equal(answer.status, 422);
});

test('PATCH keeps the fields that the body leaves out', async () => {
  const made = await add('Layou Packing', { locality: 'Layou' });
  const answer = await editor.patch(`/api/organizations/${made.id}`, { founded_year: 1998 }, made.version);
  assert.equal(answer.status, 200, answer.text);
  const { updated_at } = answer.body;
  assert.deepEqual(answer.body, { ...made, founded_year: 1998, version: 2, updated_at });
});

test('PATCH wants the version that the client saw', async () => {
  const made = await add('Versioned');
  const path = `/api/organizations/${made.id}`;
  assert.equal((await editor.patch(path, { acronym: 'V' })).status, 428);
  assert.equal((await editor.patch(path, { acronym: 'V' }, 1)).status, 200);
  assert.equal((await editor.patch(path, { acronym: 'W' }, 1)).status, 412);
});

test('a renamed address leads to the new one', async () => {
  const made = await add('Old Name', { publication: 'published' });
  await editor.patch(`/api/organizations/${made.id}`, { slug: 'new-name' }, 1);
  const moved = await visitor.get('/organizations/old-name');
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.get('location'), '/organizations/new-name');
  const taken = await editor.post('/api/organizations', draft('Thief', { slug: 'old-name' }));
  assert.equal(taken.body.errors[0].code, 'taken');
});

test('only the organization itself may show itself to more people', async () => {
  const hidden = await bySlug(member, 'trafalgar-craft-chocolate');
  const lowered = await member.patch(`/api/organizations/${hidden.id}`, { visibility: 'bso' }, hidden.version);
  assert.equal(lowered.status, 200, lowered.text);
  assert.equal((await visitor.get(`/api/organizations/${hidden.id}`)).status, 404);
  const byOfficer = await officer.patch(`/api/organizations/${hidden.id}`, { visibility: 'public' }, lowered.body.version);
  assert.equal(byOfficer.status, 403);
  const byOwner = await member.patch(`/api/organizations/${hidden.id}`, { visibility: 'public' }, lowered.body.version);
  assert.equal(byOwner.status, 200);
});

test('an officer adds to the directory of the own country only', async () => {
  assert.equal((await officer.post('/api/organizations', draft('Ours'))).status, 201);
  const elsewhere = await officer.post('/api/organizations', draft('Theirs', { country_code: 'JM' }));
  assert.equal(elsewhere.status, 403);
});

test('a list pages by its cursor, without loss or repeat', async () => {
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body }: any = await visitor.get(`/api/organizations?country_code=GD&limit=4&count=true&after=${next}`);
    seen.push(...body.items.map((each: any) => each.id));
    assert.equal(typeof body.count, 'number');
    next = body.next;
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length >= 11);
});

test('search finds folded words and the best match first', async () => {
  const { body } = await visitor.get('/api/organizations?q=SOUFRIERE%20coc');
  assert.equal(body.items[0].name, 'Soufrière Cocoa Fermentary Co-operative');
});

test('an organization on a roster cannot be removed, another can', async () => {
  const onRoster = await bySlug(editor, 'calibishie-cocoa-trail');
  const refused = await editor.remove(`/api/organizations/${onRoster.id}`, onRoster.version);
  assert.equal(refused.status, 409);
  assert.equal(refused.body.reason, 'organization_is_member');
  const made = await add('Short-lived');
  assert.equal((await editor.remove(`/api/organizations/${made.id}`, made.version)).status, 204);
  assert.equal((await editor.get(`/api/organizations/${made.id}`)).status, 404);
});
