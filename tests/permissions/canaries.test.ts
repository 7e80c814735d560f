// SPDX-License-Identifier: Apache-2.0
// One firm of the Windward roster for each level of visibility carries a canary in its name and in its contact. Every
// kind of person reads every list, page, export and search; a canary that turns up where it may not is a leak.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTable } from '../harness.ts';
import { actors, makeWorld, type Actor, type World } from './world.ts';

const levels = ['private', 'cluster', 'bso', 'national', 'regional_aggregate', 'public'] as const;
type Level = (typeof levels)[number];
const canary = (level: Level) => `Kanari${level.replace('_', '')}`;
const contactCanary = 'kanaricontact@secret.example';

/// Written by hand: who may read a Grenadian firm of the Windward roster, by its level.
const readers: Record<Level, Actor[]> = {
  private: ['administrator'],
  cluster: ['facilitator_own', 'administrator'],
  bso: ['facilitator_own', 'administrator'],
  national: ['facilitator_own', 'national_own', 'administrator'],
  regional_aggregate: ['facilitator_own', 'national_own', 'administrator'],
  public: [...actors],
};

/// A photo that everybody may see who may see its organization, as an upload would leave it.
function putPhoto(database: DatabaseSync, folder: string, organization: string, alt: string): string {
  const [attachment, file] = [randomUUID(), randomUUID()];
  const sha256 = createHash('sha256').update(alt).digest('hex');
  const place = join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, sha256), alt);
  database
    .prepare(
      "INSERT INTO attachments (id, kind, record_id, purpose, position, alt, visibility, publication, sizes, bytes, version, created_at, updated_at)" +
        " VALUES (?, 'organization', ?, 'photo', 1, ?, 'public', 'published', ?, 9, 1, 0, 0)",
    )
    .run(attachment, organization, JSON.stringify({ en: alt }), JSON.stringify([{ name: '480.webp', width: 9, height: 9, bytes: 9 }]));
  database
    .prepare("INSERT INTO files (id, sha256, media_type, bytes, name, visibility, created_at) VALUES (?, ?, 'image/webp', 9, 'a', 'private', 0)")
    .run(file, sha256);
  database.prepare("INSERT INTO attachment_files (attachment_id, name, file_id) VALUES (?, '480.webp', ?)").run(attachment, file);
  return attachment;
}

let world: World;
const photos: Partial<Record<Level, string>> = {};
const ids: Partial<Record<Level, string>> = {};

before(async () => {
  world = await makeWorld();
  const roster = ['name,kind,country,contact_name,email', ...levels.map((level) => `${canary(level)},firm,Grenada,Someone,${contactCanary}`)];
  await importTable(world.clients.facilitator_own, `/api/clusters/${world.ids.cluster_id}/imports`, roster.join('\r\n'));
  const database = new DatabaseSync(join(world.server.folder, 'konbit.sqlite'));
  database.exec('PRAGMA busy_timeout = 5000');
  for (const level of levels) {
    const row = database.prepare('SELECT id FROM organizations WHERE name = ?').get(canary(level)) as { id: string };
    ids[level] = row.id;
    database.prepare("UPDATE organizations SET visibility = ?, publication = 'published' WHERE id = ?").run(level, row.id);
    photos[level] = putPhoto(database, world.server.folder, row.id, canary(level));
  }
  database.close();
});
after(() => world?.server.stop());

/// Everything that shows organizations by name, and everything that counts or lists them.
function addresses(): string[] {
  return [
    '/api/organizations?limit=100',
    '/api/organizations?limit=100&country_code=GD&kind=firm&count=true',
    ...levels.map((level) => `/api/organizations?q=${canary(level)}&count=true`),
    ...levels.map((level) => `/api/organizations/${ids[level]}`),
    ...levels.map((level) => `/api/organizations/${ids[level]}/attachments`),
    ...levels.map((level) => `/files/${photos[level]}/480.webp`),
    ...levels.map((level) => `/previews/organizations/${canary(level).toLowerCase()}.png`),
    ...levels.map((level) => `/search?q=${canary(level)}`),
    ...levels.map((level) => `/organizations/${canary(level).toLowerCase()}`),
    '/api/map', '/api/countries', '/api/countries/GD', '/api/clusters?limit=100',
    `/api/clusters/${world.ids.cluster_id}`, `/api/clusters/${world.ids.cluster_id}/profiles?limit=100`,
    `/api/clusters/${world.ids.cluster_id}/members?limit=100`,
    `/api/clusters/${world.ids.cluster_id}/people?limit=200`, `/api/clusters/${world.ids.cluster_id}/people/duplicates`,
    `/api/clusters/${world.ids.cluster_id}/groups`, `/api/memberships/${world.ids.membership_id}/statement`,
    '/api/account/data', '/api/account/memberships',
    '/', '/organizations', '/organizations?country=GD', '/countries/GD', '/clusters/windward-cocoa-and-spice', '/sitemap.xml',
    '/organizations?view=table', '/organizations.csv', '/organizations.json', '/feeds/organizations.rss', '/sectors',
  ];
}

for (const actor of actors) {
  test(`${actor} reads only the canaries of the own level`, async () => {
    const seen = new Set<string>();
    for (const address of addresses()) {
      const answer = await world.clients[actor].get(address, { headers: { accept: 'text/html, application/json' } });
      // What somebody typed into the search box is shown to them again.
      const body = address.startsWith('/search') ? answer.text.replaceAll(/value="[^"]*"|<title>.*?<\/title>/g, '') : answer.text;
      const named = address.match(/q=(\w+)/)?.[1];
      for (const level of levels) {
        const isAnEcho = named === canary(level) && !body.includes(`>${canary(level)}<`) && !body.includes(`"name":"${canary(level)}"`);
        if (body.includes(canary(level)) && !isAnEcho) {
          // A roster keeps the names that its facilitator put on it, whatever their owners show to others.
          if (actor === 'facilitator_own' && /\/(members|people)/.test(address)) continue;
          seen.add(level);
          assert.ok(readers[level].includes(actor), `${actor} meets ${level} at ${address}`);
        }
      }
      if (actor !== 'facilitator_own') assert.ok(!body.includes(contactCanary), `${actor} meets a contact at ${address}`);
    }
    for (const level of levels)
      if (readers[level].includes(actor)) assert.ok(seen.has(level), `${actor} never meets ${level}`);
  });
}

test('the log names no record, no contact and no token', () => {
  assert.ok(!world.server.log.includes('Kanari') && !world.server.log.includes(contactCanary));
  for (const client of Object.values(world.clients))
    for (const value of client.cookies.values()) assert.ok(!world.server.log.includes(value), 'a cookie is in the log');
});

test('the photo of a canary is served to those who may see its organization, and to caches only when all may', async () => {
  for (const actor of actors)
    for (const level of levels) {
      const answer = await world.clients[actor].get(`/files/${photos[level]}/480.webp`);
      assert.equal(answer.status, readers[level].includes(actor) ? 200 : 404, `${actor} and the photo of ${level}`);
      if (answer.status === 200 && level !== 'public')
        assert.equal(answer.headers.get('cache-control'), 'private, no-store', `${actor} and the photo of ${level}`);
    }
});
