// SPDX-License-Identifier: Apache-2.0
// Tokens of machines: what each scope reaches is written down here, and every other route of the table is asked too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';
import { filled, makeWorld, type World } from '../permissions/world.ts';

/// Routes that a token reaches. Whatever is not here is reached by none: a new route as well.
const reach: Record<string, string[]> = {
  read_directory: [
    'GET /api/reference/{list}', 'GET /api/countries', 'GET /api/countries/{code}', 'GET /api/countries/{code}/tier-rules',
    'GET /api/organizations', 'GET /api/organizations/facets', 'GET /api/organizations/{id}', 'GET /api/organizations/{id}/attachments',
    'GET /api/organizations/{id}/tier', 'GET /api/clusters', 'GET /api/clusters/facets', 'GET /api/clusters/{cluster_id}',
    'GET /api/clusters/{cluster_id}/profiles', 'GET /api/clusters/{cluster_id}/attachments', 'GET /api/clusters/{cluster_id}/tier',
    'GET /api/map', 'GET /api/projects', 'GET /api/projects/{id}', 'GET /api/facts',
  ],
  read_clusters: [
    'GET /api/clusters/{cluster_id}/members', 'GET /api/clusters/{cluster_id}/roster.csv', 'GET /api/clusters/{cluster_id}/roster.xlsx',
    'GET /api/clusters/{cluster_id}/groups', 'GET /api/clusters/{cluster_id}/stages', 'GET /api/clusters/{cluster_id}/meetings',
  ],
  write_organizations: ['POST /api/organizations', 'PATCH /api/organizations/{id}', 'POST /api/organizations/{id}/confirm'],
  import_tables: [
    'GET /api/imports', 'POST /api/imports', 'POST /api/clusters/{cluster_id}/imports', 'GET /api/imports/{id}', 'PATCH /api/imports/{id}',
    'GET /api/imports/{id}/rows', 'PUT /api/imports/{id}/rows/{number}', 'GET /api/imports/{id}/report.csv',
    'GET /api/imports/{id}/report.xlsx', 'POST /api/imports/{id}/start', 'POST /api/imports/{id}/cancel',
  ],
};
const scopes = Object.keys(reach);

let world: World;
let server: TestServer;
let facilitator: Client;
let routes: { name: string; method: string; path: string; scope: string | undefined }[];
before(async () => {
  world = await makeWorld();
  server = world.server;
  facilitator = world.clients.facilitator_own;
  const { body } = await facilitator.get('/openapi.json');
  routes = Object.entries<any>(body.paths).flatMap(([path, operations]) =>
    Object.entries<any>(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      scope: operation['x-token-scope'],
    })),
  );
});
after(() => server?.stop());

async function tokenOf(client: Client, wanted: string[], days = 90): Promise<{ text: string; token: any }> {
  const answer = await client.post('/api/account/tokens', { name: `for ${wanted[0]}`, scopes: wanted, days });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

/// Asks as a machine does: with a token and no cookie.
const ask = (text: string, method: string, path: string, scheme = 'Bearer') =>
  server.client().request(method, path, { headers: { authorization: `${scheme} ${text}` } });

const outcome = (answer: { status: number; body: any }) => `${answer.status} ${answer.body?.reason ?? ''}`.trim();

test('openapi.json names the scope of every route that a token reaches', () => {
  const named = Object.fromEntries(scopes.map((scope) => [scope, routes.filter((each) => each.scope === scope).map(({ name }) => name).sort()]));
  assert.deepEqual(named, Object.fromEntries(scopes.map((scope) => [scope, [...reach[scope]!].sort()])));
});

for (const scope of scopes)
  test(`a token that may ${scope} reaches its routes and no other of the table`, async () => {
    const { text } = await tokenOf(facilitator, [scope]);
    const refused: string[] = [];
    for (const { name, method, path } of routes) {
      const answer = await ask(text, method, filled(path, world.ids));
      assert.notEqual(answer.status, 500, `${name}: ${answer.text}`);
      assert.equal(answer.headers.getSetCookie().length, 0, name);
      if (outcome(answer) === '403 token_scope') refused.push(name);
    }
    assert.deepEqual(refused.sort(), routes.map(({ name }) => name).filter((name) => !reach[scope]!.includes(name)).sort());
  });

test('a token is shown once, and neither list nor own data hold it', async () => {
  const { text, token } = await tokenOf(facilitator, ['read_directory']);
  assert.match(text, /^kbt_[\w-]{43}$/);
  assert.deepEqual(Object.keys(token).sort(), ['created_at', 'expires_at', 'has_second_factor', 'id', 'last_used_at', 'name', 'scopes']);
  for (const path of ['/api/account/tokens', '/api/account/data']) {
    const answer = await facilitator.get(path);
    assert.ok(answer.text.includes(token.name) && !answer.text.includes(text) && !answer.text.includes('sha256'), path);
  }
});

test('a token is sent as Bearer, alone, and nowhere else', async () => {
  const { text } = await tokenOf(facilitator, ['read_directory']);
  assert.equal((await ask(text, 'GET', '/api/organizations')).status, 200);
  const basic = Buffer.from(`${text}:`).toString('base64');
  assert.equal(outcome(await ask(basic, 'GET', '/api/organizations', 'Basic')), '401 token_unknown');
  assert.equal(outcome(await ask(text, 'GET', '/api/organizations', 'bearer')), '401 token_unknown');
  assert.equal((await server.client().get(`/api/organizations?access_token=${text}`)).status, 422);
  const both = await facilitator.get('/api/organizations', { headers: { authorization: `Bearer ${text}` } });
  assert.equal(outcome(both), '400 two_credentials');
  for (const cookie of [`konbit=${text}`, `__Host-konbit=${text}`])
    assert.equal((await server.client().get('/api/session', { headers: { cookie } })).body.account, null);
});

test('a token turns into no session and no other token', async () => {
  const { text } = await tokenOf(facilitator, scopes);
  for (const [method, path] of [['GET', '/api/session'], ['POST', '/api/session'], ['POST', '/api/account/tokens'], ['GET', '/api/account/data']] as const)
    assert.equal(outcome(await ask(text, method, path)), '403 token_scope', path);
  // Pages know sessions only.
  assert.ok(!(await ask(text, 'GET', '/app')).headers.has('set-cookie'));
});

test('a token may at most what its account may, as of now', async () => {
  const mine = `/api/clusters/${world.ids.cluster_id}/members`;
  const { text } = await tokenOf(facilitator, ['read_clusters']);
  assert.equal((await ask(text, 'GET', mine)).status, 200);
  const stranger = await tokenOf(world.clients.facilitator_other, ['read_clusters']);
  assert.ok([403, 404].includes((await ask(stranger.text, 'GET', mine)).status));
  const added = await server.client().post('/api/organizations', { name: 'By a Machine', kind: 'bso', country_code: 'GD' }, {
    headers: { authorization: `Bearer ${(await tokenOf(facilitator, ['write_organizations'])).text}` },
  });
  assert.equal(added.status, 403, 'a facilitator does not add to the directory');
});

test('what may only read the directory reads it as every visitor does', async () => {
  const administrator = world.clients.administrator;
  const draft = await administrator.post('/api/organizations', { name: 'Unseen Draft', kind: 'bso', country_code: 'GD', publication: 'draft' });
  const path = `/api/organizations/${draft.body.id}`;
  assert.equal((await administrator.get(path)).status, 200);
  assert.equal((await ask((await tokenOf(administrator, ['read_directory'])).text, 'GET', path)).status, 404);
});

test('a token ends: revoked, on its day, and with its account', async () => {
  const { text, token } = await tokenOf(facilitator, ['read_directory']);
  assert.equal((await world.clients.administrator.remove(`/api/account/tokens/${token.id}`)).status, 404);
  assert.equal((await facilitator.remove(`/api/account/tokens/${token.id}`)).status, 204);
  assert.equal(outcome(await ask(text, 'GET', '/api/organizations')), '401 token_unknown');

  const late = await tokenOf(facilitator, ['read_directory'], 1);
  server.execute(`UPDATE api_tokens SET expires_at = expires_at - 86400000 WHERE id = '${late.token.id}'`);
  assert.equal(outcome(await ask(late.text, 'GET', '/api/organizations')), '401 token_unknown');

  const email = 'machine.owner@tokens.example';
  const words = ['--data', server.folder, '--email', email];
  assert.equal(server.command('user', 'add', ...words, '--name', 'Owner', '--password', 'breadfruit on the open fire').status, 0);
  const owner = server.client();
  await owner.post('/api/session', { email, password: 'breadfruit on the open fire' });
  const own = await tokenOf(owner, ['read_directory']);
  for (const act of ['disable', 'enable']) {
    assert.equal(server.command('user', act, ...words).status, 0);
    assert.equal(outcome(await ask(own.text, 'GET', '/api/organizations')), '401 token_unknown', act);
  }
});

test('names, scopes and ends are checked, and making one takes a proof', async () => {
  const ask422 = async (body: object) => (await facilitator.post('/api/account/tokens', body)).body.errors?.map((each: any) => `${each.pointer} ${each.code}`);
  assert.deepEqual(await ask422({ name: ' ', scopes: [] }), ['/name required', '/scopes required']);
  assert.deepEqual(await ask422({ name: 'x', scopes: ['read_directory'], days: 366 }), ['/days out_of_range']);
  assert.deepEqual(await ask422({ name: 'x', scopes: ['administrate'] }), ['/scopes/0 not_allowed']);
  const { token } = await tokenOf(facilitator, ['read_clusters', 'read_directory', 'read_clusters']);
  assert.deepEqual(token.scopes, ['read_directory', 'read_clusters']);
  assert.equal(Math.round((Date.parse(token.expires_at) - Date.parse(token.created_at)) / 86_400_000), 90);
  server.execute('UPDATE sessions SET proven_at = proven_at - 601000');
  assert.equal(outcome(await facilitator.post('/api/account/tokens', { name: 'x', scopes: ['read_directory'] })), '403 prove_again');
});

test('each token has its own 300 requests a minute', async () => {
  server.execute('UPDATE sessions SET proven_at = proven_at + 601000');
  const { text } = await tokenOf(facilitator, ['read_directory']);
  let status = 200;
  for (let n = 0; n < 3_000 && status === 200; n++) status = (await ask(text, 'GET', '/api/reference/stage')).status;
  assert.equal(status, 429);
});
