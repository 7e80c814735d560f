// SPDX-License-Identifier: Apache-2.0
// A researcher reads what the public reads, what belongs to the own account, and released totals: nothing else. Asked over
// every route that reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { filled, makeWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

/// What an account has of its own, whatever its roles.
const isOwn = (path: string) => path.startsWith('/api/account/') || ['/api/session', '/api/saved_searches'].includes(path);
/// Lists of what an account asked for or decides on: a researcher has none of these.
const emptyLists = ['/api/backings', '/api/corrections', '/api/imports'];

function readingPaths(): string[] {
  const description = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
  return Object.entries<any>(description.paths).filter(([, operations]) => operations.get).map(([path]) => path);
}

test('over every route a researcher is answered as a visitor is, or for the own account, or with totals', async () => {
  const more: string[] = [];
  for (const path of readingPaths()) {
    const [visitor, researcher] = await Promise.all(
      [world.clients.anonymous, world.clients.researcher].map((client) => client.get(filled(path, world.ids))),
    );
    if (researcher!.status !== 200 || visitor!.status === 200 || isOwn(path)) continue;
    if (emptyLists.includes(path)) assert.deepEqual(researcher!.body.items, [], path);
    else more.push(path);
  }
  // Released totals have no route here: nobody released any of this wave.
  assert.deepEqual(more.filter((path) => !/totals/.test(path)), []);
});

test('no name of a contact, no answer and no personal link comes to a researcher', async () => {
  const people = (await world.clients.facilitator_own.get(`/api/clusters/${world.ids.cluster_id}/people?limit=200`)).body.items;
  const addresses = people.flatMap(({ email }: any) => (email ? [email] : []));
  assert.ok(addresses.length > 5);
  for (const path of readingPaths()) {
    const { text } = await world.clients.researcher.get(filled(path, world.ids));
    for (const address of addresses) assert.ok(!text.includes(address), `${address} at ${path}`);
    assert.doesNotMatch(text, /\/s#[A-Z0-9]/, path);
  }
});
