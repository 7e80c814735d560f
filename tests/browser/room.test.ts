// SPDX-License-Identifier: Apache-2.0
// The survey at a meeting: the wall, the code on a card, and one phone that goes from hand to hand.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import type { Client } from '../harness.ts';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
let facilitator: Client;
let wave: string;
let links: { label: string; url: string; code: string; wave_member_id: string }[];

before(async () => {
  stage = await Stage.open();
  facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  wave = (await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Assembly', is_baseline: false })).body.id;
  await facilitator.post(`/api/waves/${wave}/open`);
  links = (await facilitator.get(`/api/waves/${wave}/links`)).body.items;
});
after(() => stage.close());

const linkOf = (member: RegExp) => links.find(({ label }) => member.test(label))!;

async function type(page: Page, code: string) {
  await page.getByLabel('Code on your card').fill(code);
  await page.getByRole('button', { name: 'Open' }).click();
}

async function finish(page: Page) {
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('None of these').check();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Receipt').waitFor();
}

/// What of a member still lies on the phone.
const remains = () =>
  new Promise<number>((resolve) => {
    const opening = indexedDB.open('konbit-answer');
    opening.onsuccess = () => {
      const stores = [...opening.result.objectStoreNames];
      const reading = opening.result.transaction(stores);
      const counts = stores.map((name) => reading.objectStore(name).count());
      reading.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0));
    };
  });

test('the code of a card is typed at the short address, and a slip is told at once', async () => {
  const page = await stage.visitor(phone);
  await page.goto('/s');
  const { code, label } = linkOf(/Choiseul/);
  await page.getByRole('heading', { name: 'Your survey' }).waitFor();
  await assertAccessible(page);
  await type(page, code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'));
  await page.getByText('One of the characters is not right').waitFor();
  await type(page, code.toLowerCase().replaceAll('-', ''));
  await page.getByText(`You answer for ${label}`).waitFor();
  assert.equal(new URL(page.url()).hash, '');
});

test('the facilitator begins a round, ticks who is there, and the wall counts without names', async () => {
  const page = await stage.signedIn('alana@m10.example', desktop);
  await page.goto(`/app/waves/${wave}/room`);
  await page.getByLabel('Minutes for answering').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  for (const member of [/Trafalgar/, /Concord/]) {
    await page.getByLabel(linkOf(member).label).check();
  }
  await page.getByText('2 of 28 are here.').waitFor();
  await page.getByText('of 2 in the room have answered · 20 minutes left').waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Show on the wall' }).click();
  await page.getByText('in this room have answered').waitFor();
  await page.getByText('0 of all 28 members').waitFor();
  await assertAccessible(page);
  const text = await page.locator('.wall').innerText();
  for (const { label } of links) assert.ok(!text.includes(label), label);
});

test('a phone goes from member to member: each opens its own survey only, and leaves nothing', async () => {
  const { pass_url } = (await facilitator.get(`/api/waves/${wave}/room`)).body;
  const page = await stage.visitor(phone);
  await page.goto(pass_url);
  const first = linkOf(/Trafalgar/);
  const second = linkOf(/Concord/);
  await page.getByRole('button', { name: first.label }).click();
  await assertAccessible(page);
  await type(page, second.code);
  await page.getByText(`This code is not the one of ${first.label}`).waitFor();
  await type(page, first.code);
  await page.getByText(`You answer for ${first.label}`).waitFor();
  await finish(page);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Clear, and pass it on' }).click();
  await page.getByRole('heading', { name: 'Whose turn is it?' }).waitFor();
  await assertAccessible(page);

  assert.equal(await page.evaluate(remains), 0);
  assert.equal(await page.evaluate(() => localStorage.getItem('konbit-room-holder')), null);
  assert.equal(await page.evaluate(async () => (await fetch('/api/answer')).status), 401);
  for (let back = 0; back < 2; ++back) {
    await page.goBack();
    await page.getByRole('heading', { name: 'Whose turn is it?' }).waitFor();
    assert.equal(await page.getByText(first.label, { exact: true }).count(), 1, 'its name on the list and nothing else');
  }
  await page.getByRole('button', { name: second.label }).click();
  await type(page, second.code);
  await page.getByText(`You answer for ${second.label}`).waitFor();
  await finish(page);
  const { answered_present } = (await facilitator.get(`/api/waves/${wave}/room/count`)).body;
  assert.equal(answered_present, 2);
});

test('a phone that is laid aside warns, clears itself, and keeps what was answered', async () => {
  const { pass_url } = (await facilitator.get(`/api/waves/${wave}/room`)).body;
  const page = await stage.visitor(phone);
  await page.clock.install();
  await page.goto(pass_url);
  await page.getByRole('button', { name: 'I am not on this list' }).click();
  const { code, label } = linkOf(/Enterprise Centre/);
  await type(page, code);
  await page.getByText(`You answer for ${label}`).waitFor();
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Trafalgar').check();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.clock.runFor(105_000);
  await page.getByRole('heading', { name: 'Are you still there?' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'I am still here' }).click();
  await page.getByText('Question 1 of 5').waitFor();
  await page.clock.runFor(125_000);
  await page.getByRole('heading', { name: 'Whose turn is it?' }).waitFor();
  assert.equal(await page.evaluate(remains), 0);

  const own = await stage.visitor(phone);
  await own.goto('/s');
  await type(own, code);
  await own.getByText('1 marked').waitFor();
});

test('while the server is away nothing of a member shows, and nothing is lost', async () => {
  const { pass_url } = (await facilitator.get(`/api/waves/${wave}/room`)).body;
  const page = await stage.visitor(phone);
  await page.goto(pass_url);
  await page.getByRole('button', { name: 'I am not on this list' }).click();
  const { code } = linkOf(/Choiseul/);
  await type(page, code);
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Question 1 of 5').waitFor();
  await stage.server.kill();
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Clear, and pass it on' }).click();
  await page.getByRole('heading', { name: 'Please wait a moment' }).waitFor();
  await stage.server.restart();
  await page.getByRole('heading', { name: 'Whose turn is it?' }).waitFor({ timeout: 40_000 });
  assert.equal(await page.evaluate(remains), 0);
  const { items } = (await facilitator.get(`/api/waves/${wave}/links`)).body;
  assert.equal(items.find((each: any) => each.code === code).state, 'done');
});

test('a PIN locks a survey on a shared phone, with and without the server', async () => {
  const page = await stage.visitor(phone);
  const { code, label } = linkOf(/Castle Bruce/);
  await page.goto('/s');
  await type(page, code);
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('A phone that others use too?').click();
  await page.getByLabel('PIN').fill('123');
  await page.getByRole('button', { name: 'Set a PIN' }).click();
  await page.getByText('A PIN has four to six digits.').waitFor();
  await page.getByLabel('PIN').fill('4711');
  await page.getByRole('button', { name: 'Set a PIN' }).click();
  await page.getByRole('button', { name: 'Lock' }).waitFor();
  await assertAccessible(page);
  await page.getByLabel('Concord').check();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('heading', { name: 'This survey is locked' }).waitFor();
  await assertAccessible(page);
  assert.equal(await page.evaluate(remains), 0);
  assert.equal(await page.evaluate(async () => (await fetch('/api/answer')).status), 401);
  const text = async () => page.locator('body').innerText();
  assert.ok(!(await text()).includes(label));

  await page.getByLabel('PIN').fill('0000');
  await page.getByRole('button', { name: 'Open' }).first().click();
  await page.getByText('Tries left: 4').waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration('/s'))?.active?.state === 'activated');
  await stage.server.kill();
  await page.getByLabel('PIN').fill('4711');
  await page.getByRole('button', { name: 'Open' }).first().click();
  await page.getByText('1 marked').waitFor();
  await stage.server.restart();

  await page.getByRole('button', { name: 'Lock' }).click();
  for (let tries = 0; tries < 5; ++tries) {
    await page.getByRole('heading', { name: 'This survey is locked' }).waitFor();
    await page.getByLabel('PIN').fill('0000');
    await page.getByRole('button', { name: 'Open' }).first().click();
    await page.getByText(tries < 4 ? `Tries left: ${4 - tries}` : 'The PIN was wrong five times').waitFor();
  }
  await type(page, code);
  await page.getByText('1 marked').waitFor();
});

test('a part of the survey that is lost on the way comes later', async () => {
  // A service worker could have fetched the part before it is asked for.
  const page = await stage.visitor({ ...phone, serviceWorkers: 'block' });
  let lost = 0;
  await page.route(/assets\/later-.*js$/, (route) => (++lost > 1 ? route.continue() : route.abort()));
  await page.goto('/s');
  await type(page, linkOf(/Castle Bruce/).code);
  await page.getByText('A phone that others use too?').waitFor();
  assert.ok(lost > 1);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
