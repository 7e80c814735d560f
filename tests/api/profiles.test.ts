// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let member: Client; // of Trafalgar Craft Chocolate
let officer: Client; // of Dominica
let facilitator: Client; // of Windward
let national: Client; // of Grenada, the seat of Windward
let firm: any;
let windward: any;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  member = await server.as('jodie@m21.example');
  officer = await server.as('francine@m27.example');
  facilitator = await server.as('alana@m10.example');
  national = await server.as('claudia@gd.example');
  windward = (await facilitator.get('/api/clusters?mine=true')).body.items[0];
  const found = (await visitor.get('/api/organizations?q=trafalgar%20craft')).body.items[0];
  firm = (await visitor.get(`/api/organizations/${found.id}`)).body;
});
after(() => server.stop());

const page = (path: string) => visitor.get(path, { headers: { accept: 'text/html' } });
const path = () => `/api/organizations/${firm.id}`;
const current = async () => (await visitor.get(path())).body;
const today = new Date().toISOString().slice(0, 10);
const confirmedOn = (record: any, section: string) =>
  record.confirmations.find((each: any) => each.section === section)?.confirmed_on;

const card = {
  machines: [{ name: 'Melangeur', quantity: 2, note: null }],
  certificates: [{ name: 'Organic', issuer: 'Green Mark', valid_until: '2031-05-31', url: 'https://green.example/7' }],
  capacities: [{ product: 'Bars', quantity: 1250.5, unit: 'boxes', period: 'month', minimum_order: 10 }],
  spare_days_per_month: 9,
};

test('lists carry the listing, a single record the whole profile', async () => {
  const listed = (await visitor.get('/api/organizations?limit=1')).body.items[0];
  assert.equal('machines' in listed, false);
  assert.deepEqual(firm.languages, ['en']);
  assert.deepEqual((await visitor.get(`/api/clusters/${windward.id}`)).body.markets, ['GB', 'CA', 'US', 'FR']);
});

test('a capability card is kept as it was given and shown on the public page', async () => {
  const before = await current();
  const saved = await member.patch(path(), card, before.version);
  assert.equal(saved.status, 200, saved.text);
  const { machines, certificates, capacities, spare_days_per_month } = saved.body;
  assert.deepEqual({ machines, certificates, capacities, spare_days_per_month }, card);
  const { text } = await page(`/organizations/${firm.slug}`);
  for (const shown of ['Melangeur', 'Green Mark', '1,250.5 boxes', '9 days a month']) assert.match(text, new RegExp(shown));
});

test('what the organization saves counts as confirmed by it, what others save does not', async () => {
  const before = await current();
  const own = await member.patch(path(), { markets: ['DM', 'DE'] }, before.version);
  assert.equal(confirmedOn(own.body, 'reach'), today);
  const others = await officer.patch(path(), { markets: ['DM'] }, own.body.version);
  assert.equal(others.status, 200, others.text);
  assert.equal(confirmedOn(others.body, 'reach'), undefined);
  assert.equal(confirmedOn(others.body, 'capability'), today);
});

test('only the organization says that all is right, about the version that it saw', async () => {
  const before = await current();
  const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
  assert.equal((await officer.post(`${path()}/confirm`, undefined, ifMatch(before.version))).status, 403);
  assert.equal((await member.post(`${path()}/confirm`, undefined, ifMatch(before.version - 1))).status, 412);
  const confirmed = await member.post(`${path()}/confirm`, undefined, ifMatch(before.version));
  assert.equal(confirmed.body.last_confirmed_on, today);
  assert.equal(confirmedOn(confirmed.body, 'reach'), today);
  assert.equal(confirmed.body.version, before.version + 1);
});

test('only the organization says whether women lead it', async () => {
  const before = await current();
  const byOfficer = await officer.patch(path(), { women_led: true }, before.version);
  assert.deepEqual([byOfficer.status, byOfficer.body.errors[0].pointer], [403, '/women_led']);
  assert.doesNotMatch((await page(`/organizations/${firm.slug}`)).text, /Led by women/);
  const byOwner = await member.patch(path(), { women_led: true }, before.version);
  assert.equal(byOwner.status, 200, byOwner.text);
  assert.match((await page(`/organizations/${firm.slug}`)).text, /Led by women/);
});

test('a broken line of a list is pointed at', async () => {
  const before = await current();
  const answer = await member.patch(
    path(),
    { offers: [{ kind: 'product', text: { en: 'Bars' } }], social_links: [{ network: 'x', url: 'x' }], further_sectors: ['10'] },
    before.version,
  );
  assert.equal(answer.status, 422);
  assert.deepEqual(
    answer.body.errors.map((each: any) => `${each.pointer} ${each.code}`),
    ['/further_sectors/0 repeated', '/social_links/0/url not_a_url'],
  );
});

test('an offer that has ended is not shown', async () => {
  const before = await current();
  const offers = [
    { kind: 'skill', text: { en: 'Old offer' }, until: '2020-01-31' },
    { kind: 'skill', text: { en: 'Open offer' }, until: null },
  ];
  assert.equal((await member.patch(path(), { offers }, before.version)).status, 200);
  const { text } = await page(`/organizations/${firm.slug}`);
  assert.match(text, /Open offer/);
  assert.doesNotMatch(text, /Old offer/);
});

test('the editors of the seat change the profile of a cluster, others do not', async () => {
  const cluster = `/api/clusters/${windward.id}`;
  const before = (await facilitator.get(cluster)).body;
  const saved = await national.patch(cluster, { founded_year: 2023 }, before.version);
  assert.equal(saved.status, 200, saved.text);
  assert.equal((await officer.patch(cluster, { founded_year: 2022 }, saved.body.version)).status, 403);
  assert.equal((await visitor.patch(cluster, { founded_year: 2022 }, saved.body.version)).status, 401);
});

test('the latest stage counts, and its history says when it was reached', async () => {
  const cluster = `/api/clusters/${windward.id}`;
  const history = async () => (await facilitator.get(`${cluster}/stages`)).body.items;
  assert.deepEqual((await history()).map((each: any) => each.stage), ['s0', 's1', 's2', 's3']);
  const draft = { stage: 's4', reached_on: today, is_confirmed: true, note: 'Two sources of income.' };
  assert.equal((await facilitator.post(`${cluster}/stages`, draft)).status, 201);
  assert.equal((await facilitator.post(`${cluster}/stages`, { stage: 's1', reached_on: '2025-02-01' })).status, 201);
  assert.equal((await facilitator.post(`${cluster}/stages`, { stage: 's5', reached_on: '2999-01-01' })).status, 422);
  assert.equal((await visitor.get(cluster)).body.stage, 's4');
  assert.equal((await history()).at(-1).account_name, 'Alana Noel');
  const { text } = await page(`/clusters/${windward.slug}`);
  assert.match(text, /Two sources of income/);
  assert.doesNotMatch(text, /Alana Noel/);
});

test('search finds what a profile offers', async () => {
  const { body } = await visitor.get('/api/organizations?q=melangeur');
  assert.deepEqual(body.items.map((each: any) => each.slug), [firm.slug]);
});

test('an organization is a contact of address books, without any person', async () => {
  const card = await visitor.get(`/organizations/${firm.slug}.vcf`);
  assert.equal(card.headers.get('content-type'), 'text/vcard; charset=utf-8');
  assert.match(card.text, /^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
  assert.doesNotMatch(card.text, /Jodie|TEL|EMAIL/);
  assert.equal((await visitor.get('/organizations/nobody.vcf')).status, 404);
});

test('only the cards may stand in frames of other sites', async () => {
  for (const each of [`/clusters/${windward.slug}`, `/organizations/${firm.slug}`]) {
    const framed = await page(`/embed${each}`);
    assert.equal(framed.status, 200, framed.text);
    assert.match(framed.headers.get('content-security-policy')!, /frame-ancestors \*/);
    assert.equal(framed.headers.get('x-frame-options'), null);
    const whole = await page(each);
    assert.match(whole.headers.get('content-security-policy')!, /frame-ancestors 'none'/);
    assert.equal(whole.headers.get('x-frame-options'), 'DENY');
    assert.match(whole.text, /embed\/(clusters|organizations)/);
  }
});

test('a card shows what is public, whoever looks', async () => {
  const jodies = (await member.get('/api/organizations?q=trafalgar%20craft')).body.items[0];
  const hidden = await member.patch(path(), { visibility: 'cluster' }, jodies.version);
  assert.equal(hidden.status, 200, hidden.text);
  assert.equal((await member.get(`/embed/organizations/${firm.slug}`)).status, 404);
});
