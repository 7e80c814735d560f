// SPDX-License-Identifier: Apache-2.0
// Every record with a level of visibility: its own people raise the level, everybody else who may change the record
// may only lower it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Client } from '../harness.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

/// Tables whose rows have a level that a request may change; `changes` and `files` repeat one.
const covered = ['organizations', 'clusters', 'projects', 'agreements', 'attachments'];
const repeated = ['changes', 'files'];

test('no other table has a level', () => {
  const folder = new URL('../../server/migrations/', import.meta.url);
  const found = new Set<string>();
  for (const file of readdirSync(folder).sort()) {
    const sql = readFileSync(new URL(file, folder), 'utf8').replaceAll(/--.*/g, '');
    for (const [, table, body] of sql.matchAll(/CREATE TABLE (\w+) \(([^;]*)\);/g))
      if (/\bvisibility TEXT/.test(body!)) found.add(table!);
    for (const [, table] of sql.matchAll(/ALTER TABLE (\w+) ADD COLUMN visibility/g)) found.add(table!);
  }
  assert.deepEqual([...found].sort(), [...covered, ...repeated].sort());
});

const read = async (client: Client, path: string) => {
  const answer = await client.get(path);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  return answer.body;
};

/// Lowers by the owner, then lets somebody else try to raise, then the owner again.
async function onlyOwnerRaises(owner: Client, other: Client, path: string, low: string, high: string) {
  const lowered = await owner.patch(path, { visibility: low }, (await read(owner, path)).version);
  assert.equal(lowered.status, 200, lowered.text);
  const refused = await other.patch(path, { visibility: high }, lowered.body.version);
  assert.equal(refused.status, 403, `${path}: ${refused.text}`);
  assert.deepEqual(refused.body.errors.map((each: any) => each.pointer), ['/visibility']);
  const raised = await owner.patch(path, { visibility: high }, lowered.body.version);
  assert.equal(raised.status, 200, raised.text);
}

test('an organization: its people', async () => {
  const { member, administrator } = world.clients;
  await onlyOwnerRaises(member, administrator, `/api/organizations/${world.ids.organization_id}`, 'national', 'public');
});

test('a cluster: its facilitators', async () => {
  const { facilitator_own, administrator } = world.clients;
  await onlyOwnerRaises(facilitator_own, administrator, `/api/clusters/${world.ids.cluster_id}`, 'national', 'public');
});

test('a project: the facilitators of its clusters', async () => {
  const { facilitator_own, administrator } = world.clients;
  await onlyOwnerRaises(facilitator_own, administrator, `/api/projects/${world.ids.project_id}`, 'national', 'public');
});

test('a document: the people of its record', async () => {
  const { member, administrator } = world.clients;
  const list = `/api/organizations/${world.ids.organization_id}/attachments`;
  const path = `${list}/${world.ids.attachment_id}`;
  const stored = (await read(member, `${list}?all=true`).catch(() => ({ items: [] }))).items.find(
    (each: any) => each.id === world.ids.attachment_id,
  );
  const lowered = await member.patch(path, { title: 'Charter', language: 'en', visibility: 'cluster' }, stored?.version ?? 1);
  assert.equal(lowered.status, 200, lowered.text);
  const refused = await administrator.patch(path, { visibility: 'public' }, lowered.body.version);
  assert.equal(refused.status, 403, refused.text);
  assert.equal((await member.patch(path, { visibility: 'public' }, lowered.body.version)).status, 200);
});

test('an agreement: public once every party agreed, for those who keep it only', async () => {
  const path = `/api/agreements/${world.ids.agreement_id}`;
  const { facilitator_own, administrator } = world.clients;
  const { version } = await read(facilitator_own, path);
  assert.equal((await administrator.patch(path, { visibility: 'public' }, version)).status, 404);
});
