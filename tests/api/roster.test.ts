// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string; // a new one, empty

const members = readFileSync(new URL('../../data/demo/members.csv', import.meta.url));
const csv = (bytes: string | Uint8Array, headers = {}) => ({ raw: { type: 'text/csv', bytes }, headers });

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('renata@region.example');
  const made = await facilitator.post('/api/clusters', { name: 'Import Test', country_code: 'GD' });
  assert.equal(made.status, 201, made.text);
  cluster = made.body.id;
});
after(() => server.stop());

const preview = (bytes: string | Uint8Array, query = '') =>
  facilitator.post(`/api/clusters/${cluster}/roster/preview${query}`, undefined, csv(bytes));
const importRoster = (bytes: string | Uint8Array, query = '', headers = {}) =>
  facilitator.post(`/api/clusters/${cluster}/roster/import${query}`, undefined, csv(bytes, headers));

test('the preview says what the file is and what each row would do', async () => {
  const { body, status, text } = await preview(members);
  assert.equal(status, 200, text);
  assert.equal(body.encoding, 'windows-1252');
  assert.equal(body.delimiter, ',');
  assert.equal(body.rows.length, 29);
  assert.deepEqual(body.missing_columns, []);
  const repeated = body.rows.find((row: any) => row.duplicate_of?.row);
  assert.equal(repeated.action, 'skip');
  assert.equal(repeated.duplicate_of.name, 'Concord Valley Chocolate');
  const formula = body.rows.flatMap((row: any) => row.problems).find((each: any) => each.code === 'formula_removed');
  assert.equal(formula.field, 'locality');
  assert.equal(formula.blocks, false);
  assert.doesNotMatch(text, /HYPERLINK/);
  assert.equal(body.counts.problems, 0);
});

test('organizations of the directory are linked and never made twice', async () => {
  const { body } = await preview(members);
  assert.equal(body.counts.link, 28);
  assert.equal(body.counts.create, 0);
});

test('a row with a problem stops the whole import until it is skipped', async () => {
  const file = 'name,country,email\nGood Spices,Grenada W.I.,a@b.example\nBad Spices,Atlantis,nobody\n';
  const refused = await importRoster(file);
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.body.errors.map((each: any) => `${each.pointer} ${each.code}`),
    ['row:3/country unknown_country', 'row:3/email not_an_email'],
  );
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/members`)).body.items.length, 0);
  const done = await importRoster(file, '?skip_rows=3');
  assert.deepEqual(done.body, { created: 1, linked: 0, updated: 0, skipped: 1, members: 1 });
});

test('an import repeated with its key is done once', async () => {
  const headers = { 'idempotency-key': 'roster-import-0001' };
  const first = await importRoster(members, '', headers);
  assert.equal(first.status, 200, first.text);
  assert.equal(first.body.linked, 28);
  const again = await importRoster(members, '', headers);
  assert.ok(again.status < 300, again.text);
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/members`)).body.items.length, 29);
});

test('what a roster brought along is not public', async () => {
  const { body } = await server.client().get('/api/organizations?q=good%20spices');
  assert.deepEqual(body.items, []);
  assert.equal((await server.client().get('/organizations/good-spices')).status, 404);
});

test('a file without a column for the name is refused', async () => {
  const { status, body } = await preview('country\nGD\n');
  assert.equal(status, 422);
  assert.equal(body.errors[0].code, 'missing_column');
});
