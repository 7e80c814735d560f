// SPDX-License-Identifier: Apache-2.0
// E-mail addresses and other fields that leak through the API (Forgejo 1.20.3-0). What each person is sent, field by
// field, stands in fields.json and is read when it changes: KONBIT_WRITE_FIELDS=1 writes it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { asRead } from '../documents.ts';
import { operations } from '../abuse/routes.ts';
import { actors, filled, makeWorld, type Actor, type World } from '../permissions/world.ts';

const golden = new URL('fields.json', import.meta.url);

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

/// The fields of an answer, the items of lists as one: "items[].name".
function fieldsOf(value: any, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, `${at}[]`));
  if (value === null || typeof value !== 'object') return [at];
  const entries = Object.entries(value);
  // What is keyed by a code or an id is a map, not a record.
  const isMap = entries.length > 0 && entries.every(([key]) => /^[0-9a-f]{8}-|^[a-z]{2}$|^[A-Z0-9]{1,3}$/.test(key));
  return entries.flatMap(([key, inner]) => fieldsOf(inner, `${at}${at && '.'}${isMap ? '*' : key}`));
}

type Sent = Record<string, Record<string, string[]>>;

/// For each route, the fields by the people who are sent them; people with the same fields stand together.
async function everythingSent(): Promise<Sent> {
  const sent: Sent = {};
  for (const { path } of operations.filter((each) => each.method === 'GET')) {
    const groups = new Map<string, Actor[]>();
    for (const actor of actors) {
      const { status, body } = await world.clients[actor].get(filled(path, world.ids));
      if (status !== 200 || typeof body !== 'object') continue;
      const fields = [...new Set(fieldsOf(body))].sort().join(' ');
      groups.set(fields, [...(groups.get(fields) ?? []), actor]);
    }
    if (groups.size > 0) sent[path] = Object.fromEntries([...groups].map(([fields, people]) => [people.join(' '), fields.split(' ')]));
  }
  return sent;
}

/// Which fields each of them may be sent at most: a list that is empty today says less than it may.
test('nobody is sent a field that is not listed for them', async () => {
  const sent = await everythingSent();
  if (process.env.KONBIT_WRITE_FIELDS) writeFileSync(golden, `${JSON.stringify(sent, null, 1)}\n`);
  const allowed: Sent = JSON.parse(readFileSync(golden, 'utf8'));
  const found: string[] = [];
  for (const [path, groups] of Object.entries(sent))
    for (const [people, fields] of Object.entries(groups))
      for (const actor of people.split(' ')) {
        const listed = Object.entries(allowed[path] ?? {}).find(([each]) => each.split(' ').includes(actor))?.[1];
        for (const field of fields) if (!listed?.includes(field)) found.push(`${actor} ${path}: ${field}`);
      }
  assert.deepEqual(found, []);
});

/// Written by hand: the routes whose answers hold addresses, and who reads them there.
const addressed: [RegExp, readonly Actor[]][] = [
  [/^\/api\/(session|account\/)/, actors], // the own one
  [/^\/api\/clusters\/\{cluster_id\}\/(members|people|team|neutrality|roster)/, ['facilitator_own']],
  [/^\/api\/(memberships|people|imports|views|groups)/, ['facilitator_own', 'member']],
  [/^\/api\/waves\/\{id\}\/(links|cockpit|entries|room|design|reminders|research|exports|blind_maps)/, ['facilitator_own']],
  [/^\/api\/(claims|corrections|stubs|upkeep|agreements|experts|desk|backings|research_requests|blind_map_requests)/, ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator']],
  [/^\/api\/roles\//, ['facilitator_own', 'administrator']],
  [/^\/api\/(organizations|clusters)/, actors], // the address that an organization or a cluster publishes for itself
];
const address = /[\w.+-]+@[\w-]+(\.[\w-]+)+/;

test('addresses of people are sent to nobody but those whom the list names', async () => {
  const found = new Set<string>();
  for (const { path } of operations.filter((each) => each.method === 'GET'))
    for (const actor of actors) {
      if (addressed.some(([pattern, people]) => pattern.test(path) && people.includes(actor))) continue;
      const answer = await world.clients[actor].get(filled(path, world.ids));
      const met = answer.status === 200 && asRead(answer).match(address);
      if (met) found.add(`${actor} ${path}: ${met[0]}`);
    }
  assert.deepEqual([...found], []);
});

test('no public page and no public file holds the address of an account', async () => {
  const known = ['alana@m10.example', 'jodie@m21.example', 'francine@m27.example', 'renata@region.example', 'grenada@test.example'];
  for (const path of ['/', '/clusters', '/clusters/windward-cocoa-and-spice', '/organizations', '/organizations.csv', '/clusters.csv', '/organizations.json', '/clusters.json',
    '/projects.json', '/feeds/organizations.rss', '/sitemap.xml', '/experts', '/api/organizations?limit=100', '/api/clusters?limit=100', '/api/map']) {
    const { text } = await world.clients.anonymous.get(path, { headers: { accept: 'text/html' } });
    for (const each of known) assert.ok(!text.includes(each), `${path} holds ${each}`);
  }
});

test('no answer to anybody holds a hash, a sealed secret or a key for sorting', async () => {
  const never = /"(password_hash|token_sha256|sealed_\w+|code_mac|sort_key|name_folded|email_folded|ciphertext|credential_id|public_key)"/;
  for (const { path } of operations.filter((each) => each.method === 'GET'))
    for (const actor of ['administrator', 'facilitator_own'] as const) {
      const text = asRead(await world.clients[actor].get(filled(path, world.ids)));
      assert.ok(!never.test(text), `${actor} ${path}: ${never.exec(text)?.[0]}`);
    }
});
