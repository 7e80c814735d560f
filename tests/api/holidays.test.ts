// SPDX-License-Identifier: Apache-2.0
// Public holidays of a country: officers see which days reminders keep by themselves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let officer: Client;
before(async () => {
  server = await TestServer.start();
  officer = await server.as('claudia@gd.example');
});
after(() => server?.stop());

const holidays = (query: string) => officer.get(`/api/holidays?${query}`);

test('holidays stand by day, with name, source and date', async () => {
  const { items } = (await holidays('country_code=GD&year=2027')).body;
  assert.equal(items.length, 12);
  assert.deepEqual(items[0], {
    date: '2027-01-01', name: 'New Year', source: 'general knowledge, to be confirmed', as_of: '2026-11-22',
  });
  // Easter Sunday is 28 March 2027.
  assert.ok(items.some((each: any) => each.date === '2027-03-26' && each.name === 'Good Friday'));
  assert.deepEqual(items.map((each: any) => each.date), items.map((each: any) => each.date).toSorted());
});

test('a country that is not one of ours, or a year out of range, is said', async () => {
  for (const [query, pointer] of [['country_code=XX&year=2027', '/country_code'], ['country_code=GD&year=1492', '/year']]) {
    const refused = await holidays(query!);
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, pointer]);
  }
});
