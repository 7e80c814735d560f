// SPDX-License-Identifier: Apache-2.0
// A member answers a later wave on a phone.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Client } from '../harness.ts';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
let facilitator: Client;
let cluster: string;
let link = '';

async function openWave(title: string): Promise<any> {
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, { title, is_baseline: false });
  await facilitator.post(`/api/waves/${made.body.id}/open`);
  const wave = (await facilitator.get(`/api/waves/${made.body.id}`)).body;
  return { ...wave, links: (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items };
}

const named = (page: any, label: RegExp) => page.roster.find((each: any) => label.test(each.label)).id;

/// Every member but two says what it said last year: it knows two others, speaks monthly with one and worked with it.
async function answer(wave: any, given: any): Promise<void> {
  const client = stage.server.client();
  await client.post('/api/answer/session', { token: given.url.split('#')[1] });
  const page = (await client.get('/api/answer')).body;
  await client.put('/api/answer/consent', { consent: 'facilitator', consent_version: page.consent.version, language: 'en' });
  const others = [/Concord/, /Choiseul/, /Trafalgar/].filter((label) => !label.test(page.me.label));
  const [one, other] = others.map((label) => named(page, label));
  const tap = (key: string, alter: string, value: number, sequence: number) =>
    client.put(`/api/answer/questions/${wave.questions.find((each: any) => each.key === key).id}/alters/${alter}`, {
      value,
      device: 'phone',
      sequence,
    });
  await tap('know', one, 1, 1);
  await tap('know', other, 1, 2);
  await tap('communicate', one, 2, 3);
  await tap('worked_together', one, 1, 4);
  await client.post('/api/answer/finish');
}

before(async () => {
  stage = await Stage.open();
  facilitator = await stage.server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const first = await openWave('First year');
  for (const each of first.links.slice(0, 12)) await answer(first, each);
  await facilitator.post(`/api/waves/${first.id}/close`);
  const second = await openWave('Second year');
  // One in ten is asked without the ticks of last time: the first who is not.
  for (const each of second.links.slice(0, 12)) {
    const client = stage.server.client();
    await client.post('/api/answer/session', { token: each.url.split('#')[1] });
    const page = (await client.get('/api/answer')).body;
    if (!page.last_time || /Concord|Choiseul|Trafalgar/.test(page.me.label)) continue;
    link = new URL(each.url).pathname + new URL(each.url).hash;
    break;
  }
});
after(() => stage.close());

test('whom one knew is ticked already, and the last answer is told once a new one is given', async () => {
  const page = await stage.visitor(phone);
  await page.goto(link);
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('2 marked').waitFor();
  await page.getByText('Those whom you marked in “First year” are marked already.').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();

  const group = page.getByRole('group', { name: 'Concord Chocolate' });
  await group.waitFor();
  assert.equal(await page.getByText('Last time').count(), 0, 'nothing is told before the answer');
  await group.getByLabel('Weekly').check();
  await group.getByText('Last time: Monthly. Still?').waitFor();
  await assertAccessible(page);
  await group.getByRole('button', { name: 'Still so' }).click();
  await group.getByText('As last time.').waitFor();
  assert.ok(await group.getByLabel('Monthly').isChecked());
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByText('Nobody sees this answer one to one').waitFor();
  assert.equal(await page.getByText('Last time').count(), 0, 'sealed questions know of no last time');
  await page.getByLabel('I prefer not to say').check();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Finish' }).click(); // nobody is left to ask about, it seems
  await page.getByText('Last time you also marked the following. Still?').waitFor();
  await assertAccessible(page);
  await page.getByRole('region', { name: 'Last time' }).getByLabel('Concord Chocolate').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'All answers are in' }).waitFor();
});

test('the facilitator sees what became of the ties', async () => {
  const page = await stage.signedIn('alana@m10.example', desktop);
  await page.getByRole('link', { name: 'Windward Cocoa and Spice Cluster' }).click();
  await page.getByRole('navigation', { name: 'Windward' }).getByRole('link', { name: 'Waves' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Second year' });
  await row.getByRole('link', { name: 'See the network' }).click();
  const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'What changed since “First year”' }) });
  await figure.getByText('2 kept · 0 new · 0 no more · 2 ticked in advance and left so').waitFor();
  await figure.getByText('The same members as in “First year”.').waitFor();
  await figure.getByText('For analysts').click();
  await figure.getByText('and each group needs five').waitFor();
  await assertAccessible(page);
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await figure.getByRole('columnheader', { name: 'Density then, common members' }).waitFor();
  await page.evaluate(() => scrollTo(0, 0)); // else the bar that stays on top lies over half a line
  await assertAccessible(page);
});

test('a member sees its own network, and replies once the wave is closed', async () => {
  const page = await stage.visitor({ ...phone, viewport: { width: 320, height: 640 } });
  await page.goto(link);
  await page.getByRole('button', { name: 'See your network' }).click();
  await page.getByRole('heading', { name: 'Your network' }).waitFor();
  await page.getByText('2 contacts in the open questions').waitFor();
  await page.getByText('2 members whom you still know').waitFor();
  await page.getByRole('heading', { name: 'Whom you could speak with next' }).waitFor();
  await page.getByText('Show as a table').click();
  await page.getByRole('rowheader', { name: /Concord Chocolate/ }).waitFor();
  await assertAccessible(page);
  const sharing = page.getByLabel('Members may see my open answers on their map');
  await page.route('**/api/answer/network/sharing', (route) => route.abort());
  await sharing.click();
  await page.getByText('There is no connection just now').waitFor();
  assert.ok(!(await sharing.isChecked()), 'what was not saved does not look as if it were');
  await page.unroute('**/api/answer/network/sharing');
  const saved = page.waitForResponse('**/api/answer/network/sharing');
  await sharing.check();
  await saved;

  const waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  await facilitator.post(`/api/waves/${waves.find(({ title }: any) => title === 'Second year').id}/close`);
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('heading', { name: 'Look and correct' }).waitFor();
  assert.ok(await page.getByLabel('Members may see my open answers on their map').isChecked());
  await page.getByText('With which of them do you communicate').click();
  await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Weekly').check();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.locator('.object select').selectOption({ label: 'Trafalgar Chocolate' });
  await page.getByRole('button', { name: 'We do not know each other' }).click();
  await page.getByText('You say that you and Trafalgar Chocolate do not know each other.').waitFor();
  await page.getByText('Your reply has been noted.').waitFor();
  await assertAccessible(page);
});

test('the facilitator sees how many replied, and may write to those who answered', async () => {
  const page = await stage.signedIn('alana@m10.example', desktop);
  const waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  await page.goto(`/app/waves/${waves.find(({ title }: any) => title === 'Second year').id}`);
  await page.getByText('1 of 1 members has replied').waitFor();
  await page.getByText('The survey is closed. Those who answered find their own network').waitFor();
  await assertAccessible(page);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
