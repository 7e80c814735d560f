// SPDX-License-Identifier: Apache-2.0
// Views of a wave's map: kept as they were, for their maker or for all facilitators of the cluster.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoPassword, TestServer, type Client } from '../harness.ts';

let server: TestServer;
let alana: Client;
let colleague: Client;
let first: any;
let views: string;
let network: any;

before(async () => {
  server = await TestServer.start(['--demo']);
  alana = await server.as('alana@m10.example');
  const cluster = (await alana.get('/api/session')).body.grants[0].scope_id;
  const role = ['--role', 'facilitator', '--scope', 'cluster', '--scope-id', cluster, '--password', demoPassword];
  const words = ['--data', server.folder, '--email', 'colleague@test.example', '--name', 'Colleague', ...role];
  const made = server.command('user', 'add', ...words);
  assert.equal(made.status, 0, made.stderr);
  colleague = await server.as('colleague@test.example');
  const waves = (await alana.get(`/api/clusters/${cluster}/waves`)).body.items;
  first = waves.find(({ title }: any) => title === 'Baseline');
  const second = waves.find(({ title }: any) => title === 'After one year');
  views = `/api/waves/${second.id}/views`;
  network = (await alana.get(`/api/waves/${second.id}/network`)).body;
});
after(() => server?.stop());

const scene = (change: object = {}) => ({
  form: 'drawing',
  questions: ['know', 'communicate'],
  size_by: 'indegree',
  color_by: 'country_code',
  order_by: 'community',
  filters: [{ by: 'indegree', values: [], least: 3, most: null }],
  hidden: [network.map.nodes[0].id],
  selected: network.map.nodes[1].id,
  is_ego: true,
  compared_with: first.id,
  zoom: 1.75,
  dx: 0.125,
  dy: -0.25,
  ...change,
});

test('a view comes back exactly as it was saved', async () => {
  const made = await alana.post(views, { name: ' Who connects ', scene: scene() });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.name, 'Who connects');
  const [stored] = (await alana.get(views)).body.items;
  assert.deepEqual(stored.scene, scene());
  assert.deepEqual([stored.is_own, stored.is_shared], [true, false]);
  assert.ok(!('account_id' in stored));
});

test('a view holds any measure that the page with all measures has of members', async () => {
  const filters = [{ by: 'mean_layers', values: [], least: 1, most: 1.5 }, { by: 'core', values: ['4'], least: null, most: null }];
  const made = await alana.post(views, { name: 'Room to broker', scene: scene({ size_by: 'constraint', filters }) });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.scene.size_by, 'constraint');
  assert.deepEqual(made.body.scene.filters, filters);
  const measures = (await alana.get(`${views.replace('/views', '/measures')}?question=know`)).body;
  assert.ok(measures.nodes.some(({ id }: any) => id === 'constraint') && measures.nodes.some(({ id }: any) => id === 'mean_layers'));
  const removed = await alana.remove(`${views}/${made.body.id}`, made.body.version);
  assert.equal(removed.status, 204);
});

test('a measure that there is not is refused', async () => {
  for (const change of [{ size_by: 'density' }, { size_by: 'label' }, { filters: [{ by: 'influence', values: [] }] }]) {
    const { status, body } = await alana.post(views, { name: 'Made up', scene: scene(change) });
    assert.equal(status, 422, JSON.stringify(change));
    assert.deepEqual(body.errors.map(({ code }: any) => code), ['not_allowed']);
  }
});

test('a colleague sees a view once it is shared, and cannot change it', async () => {
  const { body } = await alana.post(views, { name: 'For the board', scene: scene() });
  const names = async () => (await colleague.get(views)).body.items.map(({ name }: any) => name);
  assert.deepEqual(await names(), []);
  const shared = await alana.patch(`${views}/${body.id}`, { is_shared: true }, body.version);
  assert.equal(shared.status, 200, shared.text);
  assert.deepEqual(await names(), ['For the board']);
  assert.equal((await colleague.get(views)).body.items[0].is_own, false);
  assert.equal((await colleague.patch(`${views}/${body.id}`, { name: 'Mine' }, shared.body.version)).status, 404);
  assert.equal((await colleague.remove(`${views}/${body.id}`, shared.body.version)).status, 404);
  assert.equal((await alana.remove(`${views}/${body.id}`, shared.body.version)).status, 204);
  assert.deepEqual(await names(), []);
});

test('a view belongs to one wave', async () => {
  const { body } = await alana.post(views, { name: 'Here only', scene: scene() });
  const other = `/api/waves/${first.id}/views`;
  assert.ok(!(await alana.get(other)).body.items.some(({ id }: any) => id === body.id));
  assert.equal((await alana.patch(`${other}/${body.id}`, { name: 'There' }, body.version)).status, 404);
});

test('every broken field is named', async () => {
  const { status, body } = await alana.post(views, { name: ' ', scene: scene({ zoom: 9, dx: 1000 }) });
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map(({ pointer }: any) => pointer).sort(), ['/name', '/scene/dx', '/scene/zoom']);
  const twice = await alana.post(views, { name: 'Who connects ', scene: scene() });
  assert.deepEqual(twice.body.errors?.map(({ code }: any) => code), ['taken'], twice.text);
});

test('members have one place in all waves, and each row says whether it is known', async () => {
  const earlier = (await alana.get(`/api/waves/${first.id}/network`)).body;
  const places = new Map(earlier.map.nodes.map(({ actor, x, y }: any) => [actor, [x, y]]));
  const both = network.map.nodes.filter(({ actor }: any) => places.has(actor));
  assert.ok(both.length > 20, String(both.length));
  for (const { actor, x, y } of both) assert.deepEqual([x, y], places.get(actor));
  for (const tie of network.map.ties) {
    const giver = network.map.nodes.find(({ id }: any) => id === tie.from);
    assert.ok(giver.known_rows.includes(tie.question));
  }
  assert.ok(network.map.nodes.some(({ known_rows }: any) => known_rows.length === 0), 'somebody is silent');
  assert.ok(network.map.nodes.every(({ known_rows }: any) => !known_rows.includes('competitor')), 'sealed');
});
