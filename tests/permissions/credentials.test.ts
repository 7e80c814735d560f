// SPDX-License-Identifier: Apache-2.0
// Credentials that are worth nothing any more, or never were, on every route: whoever shows one is treated like a
// visitor, whatever the account behind it was allowed. API tokens have tests/api/tokens.test.ts.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Client, TestServer } from '../harness.ts';
import { expectedRows, verdict } from './expected.ts';
import { addAccount, filled, makeWorld, type World } from './world.ts';

const kinds = [
  'the session of a disabled account',
  'a session that was signed out',
  'a session that its owner ended elsewhere',
  'a made-up session',
  'the answer cookie of a survey in place of a session',
  'a session as a bearer token',
  'a password by basic authentication',
] as const;
type Kind = (typeof kinds)[number];

let world: World;
const holders = {} as Record<Kind, { client: Client; headers?: Record<string, string> }>;

async function administrator(server: TestServer, name: string): Promise<Client> {
  addAccount(server, `${name}@test.example`, 'administrator', 'platform', '');
  return server.as(`${name}@test.example`);
}

/// The same cookies in a jar that later answers do not change.
function copyOf(client: Client): Client {
  const copy = world.server.client();
  copy.cookies = new Map(client.cookies);
  return copy;
}

function holding(session: string): Client {
  const client = world.server.client();
  client.cookies.set('konbit', session);
  return client;
}

async function ended(): Promise<Client> {
  const here = await administrator(world.server, 'elsewhere');
  const there = copyOf(here);
  const again = await world.server.as('elsewhere@test.example');
  assert.equal((await again.remove('/api/account/sessions')).status, 204);
  return there;
}

async function signedOut(): Promise<Client> {
  const client = await administrator(world.server, 'gone');
  const kept = copyOf(client);
  assert.ok((await client.remove('/api/session')).status < 300);
  return kept;
}

async function disabled(): Promise<Client> {
  const client = await administrator(world.server, 'disabled');
  const { status } = world.server.command('user', 'disable', '--data', world.server.folder, '--email', 'disabled@test.example');
  assert.equal(status, 0);
  return client;
}

before(async () => {
  world = await makeWorld();
  const live = (await administrator(world.server, 'bearer')).cookies.get('konbit')!;
  const answering = [...world.clients.respondent.cookies.values()][0]!;
  const basic = Buffer.from('bearer@test.example:neighbours-work-the-land').toString('base64');
  holders['the session of a disabled account'] = { client: await disabled() };
  holders['a session that was signed out'] = { client: await signedOut() };
  holders['a session that its owner ended elsewhere'] = { client: await ended() };
  holders['a made-up session'] = { client: holding(randomBytes(32).toString('base64url')) };
  holders['the answer cookie of a survey in place of a session'] = { client: holding(answering) };
  holders['a session as a bearer token'] = { client: world.server.client(), headers: { authorization: `Bearer ${live}` } };
  holders['a password by basic authentication'] = { client: world.server.client(), headers: { authorization: `Basic ${basic}` } };
});
after(() => world?.server.stop());

for (const kind of kinds) {
  test(`${kind} opens nothing that a visitor may not`, async () => {
    const { client, headers } = holders[kind];
    const kept = new Map(client.cookies);
    const admitted: string[] = [];
    for (const { method, path, expected } of expectedRows()) {
      client.cookies = new Map(kept);
      const answer = await client.request(method, filled(path, world.ids), { headers });
      const found = verdict(answer);
      // A credential that is no token is refused even where none is needed.
      if (found !== expected.anonymous && found !== '401') admitted.push(`${method} ${path}: ${found}, not ${expected.anonymous}`);
    }
    assert.deepEqual(admitted, []);
  });
}
