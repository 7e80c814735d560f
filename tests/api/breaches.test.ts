// SPDX-License-Identifier: Apache-2.0
// The register of breaches: clocks by country, who is told, mails to those who answer for it, and its end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let keeper: Client;
before(async () => {
  server = await TestServer.start();
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  keeper = await server.as('administrator@test.example');
});
after(() => server?.stop());

const hour = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * hour).toISOString();
const stolen = (found_at: string, countries: string[]) => ({
  title: 'A laptop was stolen', found_at, countries,
  what: 'It held a roster with kanarithief.', whose: '28 contacts: names, telephones',
});
const enter = async (found_at: string, countries: string[]) => {
  const made = await keeper.post('/api/breaches', stolen(found_at, countries));
  assert.equal(made.status, 201, made.text);
  return made.body;
};

test('each country has its clock, the nearest first, and says what it rests on', async () => {
  const breach = await enter(hoursAgo(1), ['KY', 'JM', 'DM']);
  assert.deepEqual(
    breach.deadlines.map((each: any) => [each.country_code, each.hours, each.is_by_law, each.is_confirmed, each.is_overdue]),
    [['DM', 72, false, false, false], ['JM', 72, true, true, false], ['KY', 120, true, false, false]],
  );
  assert.equal(Date.parse(breach.deadlines[0].due_at), Date.parse(breach.found_at) + 72 * hour);
  assert.equal(breach.people_count, null, 'not known is not nobody');
});

test('what is late is overdue, stays so, and was mailed to those who answer for it', async () => {
  const breach = await enter(hoursAgo(80), ['BB']);
  assert.equal(breach.deadlines[0].is_overdue, true);
  const { text } = await server.client().get('/dev/mail', { headers: { accept: 'text/html' } });
  assert.ok(text.includes('Notice of a breach is overdue') && text.includes('renata@region.example'));
  assert.ok(!text.includes('kanarithief'), 'what happened is read on the page, not in a mail');
  const told = await keeper.post(`/api/breaches/${breach.id}/notices`, { country_code: 'BB', told_at: hoursAgo(0) });
  assert.equal(told.body.deadlines[0].is_overdue, true);
  const wrong = await keeper.post(`/api/breaches/${breach.id}/notices`, { country_code: 'GD', told_at: hoursAgo(0) });
  assert.deepEqual(wrong.body.errors.map((each: any) => [each.pointer, each.code]), [['/country_code', 'unknown']]);
});

test('it is closed with what is different now, once everybody was told or the risk is low', async () => {
  const breach = await enter(hoursAgo(2), ['GD']);
  const close = () => keeper.post(`/api/breaches/${breach.id}/close`);
  assert.equal((await close()).body.reason, 'conclusion_missing');
  const path = `/api/breaches/${breach.id}`;
  await keeper.patch(path, { conclusion: 'Disks are encrypted now.' }, breach.version);
  assert.equal((await close()).body.reason, 'breach_untold');
  await keeper.patch(path, { risk: 'low' }, breach.version + 1);
  const closed = await close();
  assert.equal(closed.status, 200, closed.text);
  assert.ok(closed.body.closed_at);
  const late = await keeper.patch(path, { title: 'Another' }, closed.body.version);
  assert.equal(late.body.reason, 'breach_closed');
});

test('what is missing is said at every field', async () => {
  const refused = await keeper.post('/api/breaches', { ...stolen(new Date(Date.now() + hour).toISOString(), ['XX']), what: ' ' });
  assert.deepEqual(refused.body.errors.map((each: any) => [each.pointer, each.code]), [
    ['/what', 'required'], ['/countries/0', 'unknown'], ['/found_at', 'in_future'],
  ]);
});

test('everybody reads who handles data and what the laws say, and nobody what was signed', async () => {
  const made = await keeper.post('/api/processors', {
    name: 'Isle Hosting', task: 'hosting', territory_code: 'CA', data: 'Everything on the disk', since_on: '2026-01-01',
    agreement: 'Kanaricontract, in the safe',
  });
  assert.equal(made.status, 201, made.text);
  const page = async (language: string) =>
    (await server.client().get(`/privacy?lang=${language}`, { headers: { accept: 'text/html' } })).text;
  const english = await page('en');
  for (const words of ['Isle Hosting', 'Canada', 'Barbados', '72 hours', 'General knowledge, to be confirmed by counsel'])
    assert.ok(english.includes(words), words);
  assert.ok(!english.includes('Kanaricontract'));
  assert.ok((await page('es')).includes('72 horas') && (await page('fr')).includes('72 heures'));
  const ended = await keeper.patch(`/api/processors/${made.body.id}`, { until_on: '2026-01-02' }, made.body.version);
  assert.equal(ended.status, 200, ended.text);
  assert.ok(!(await page('en')).includes('Isle Hosting'));
});
