// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { demoPassword } from '../harness.ts';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const windward = 'Windward Cocoa and Spice Cluster';
let link = '';
let awayLink = ''; // of the member who answers while the server is away

test('the facilitator opens a wave and finds a link for every member', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('navigation', { name: windward }).getByRole('link', { name: 'Waves' }).click();
  await page.getByRole('button', { name: 'New wave' }).click();
  await page.getByLabel('Title').fill('Spring 2027');
  await page.getByRole('button', { name: 'Prepare the wave' }).click();
  await page.getByRole('heading', { name: 'Questions' }).waitFor();
  await page.getByRole('button', { name: 'Open the wave' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the wave' }).click();
  await page.getByText('0 of 28 answered').waitFor();
  await assertAccessible(page);
  const wave = page.url().split('/').at(-1);
  const facilitator = await stage.server.as('alana@m10.example');
  const { items } = (await facilitator.get(`/api/waves/${wave}/links`)).body;
  assert.equal(items.length, 28);
  const linkOf = (name: RegExp) => new URL(items.find(({ label }: { label: string }) => name.test(label)).url);
  link = linkOf(/Trafalgar/).pathname + linkOf(/Trafalgar/).hash;
  awayLink = linkOf(/Concord/).pathname + linkOf(/Concord/).hash;
});

test('a member answers five questions on a phone, through a lost connection and a server that dies', async () => {
  const page = await stage.visitor({ ...phone, viewport: { width: 320, height: 640 } });
  await page.goto(link);
  await page.getByText('My facilitator may see').waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the token has left the address bar');
  await page.getByText('Invented demonstration data').waitFor();
  await assertAccessible(page);
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();

  for (const name of ['Concord Chocolate', 'Choiseul Chocolate', 'Enterprise Centre']) await page.getByLabel(name).check();
  await page.getByText('3 marked').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();

  await page.context().setOffline(true);
  await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Monthly').check();
  await page.getByText('On this phone only').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('group', { name: 'Choiseul Chocolate' }).getByLabel('Weekly').check();
  await page.getByText('Received', { exact: true }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByText('Nobody sees this answer one to one').waitFor();
  await assertAccessible(page);
  await stage.server.kill();
  await page.getByLabel('I prefer not to say').check();
  await page.getByText('On this phone only').waitFor();
  await stage.server.restart();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Concord Chocolate').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'All answers are in' }).waitFor();
  await assertAccessible(page);
});

test('a survey opened once is answered and ended while the server is away, and arrives when it returns', async () => {
  const page = await stage.visitor(phone);
  await page.goto(awayLink);
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Trafalgar').check();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');

  await stage.server.kill();
  await page.reload();
  await page.getByText('1 marked').waitFor();
  await page.getByLabel('Enterprise Centre').check();
  await page.getByText('On this phone only').waitFor();
  await page.getByLabel('Language').selectOption('Français');
  await page.getByText('Sur ce téléphone seulement').waitFor();
  await page.getByLabel('Langue').selectOption('English');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('group', { name: 'Trafalgar' }).getByLabel('Monthly').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Trafalgar').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Your answers are on this phone' }).waitFor();
  await assertAccessible(page);

  const later = await page.context().newPage(); // the first page is closed, and the link opened again
  await page.close();
  await later.goto(awayLink);
  await later.getByText('2 marked').waitFor();
  await later.getByText('On this phone only').waitFor();
  await stage.server.restart();
  await later.getByText('Received', { exact: true }).waitFor({ timeout: 40_000 });

  const again = await stage.visitor(phone); // another phone sees what the server has
  await again.goto(awayLink);
  await again.getByRole('heading', { name: 'All answers are in' }).waitFor();
  assert.match(await again.locator('.receipt b').innerText(), /^[0-9A-Z]{8}$/);
  await again.getByRole('button', { name: 'Change my answers' }).click();
  await again.getByRole('button', { name: 'Begin' }).click();
  await again.getByText('2 marked').waitFor();
});

test('a phone that was cleared gets back what the server has', async () => {
  const page = await stage.visitor(phone);
  await page.goto(awayLink);
  await page.getByRole('heading', { name: 'All answers are in' }).waitFor();
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
    for (const each of await caches.keys()) await caches.delete(each);
  });
  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(awayLink);
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('2 marked').waitFor();
});

test('what was answered is there again, sealed answers are not', async () => {
  const page = await stage.visitor(phone);
  await page.goto(link);
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('3 marked').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  assert.ok(await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Monthly').isChecked());
});

test('a link of nobody is explained', async () => {
  const page = await stage.visitor(phone);
  await page.goto('/s#ABCDEFGH-ABCDEFGHABCDEFGHABCDEFGHAB');
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await assertAccessible(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the network speaks in sentences, drawing and table: ${colorScheme}`, async () => {
    const page = await stage.signedIn('alana@m10.example', { ...desktop, colorScheme });
    await page.getByRole('link', { name: windward }).click();
    await page.getByRole('navigation', { name: windward }).getByRole('link', { name: 'Waves' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'After one year' });
    await row.getByRole('link', { name: 'See the network' }).click();
    await page.getByText('25 of 28 members answered').waitFor();
    await page.getByText('hidden, too few members gave such answers').first().waitFor();
    // The map is about one question: the 167 ties of communication, of which the funnel speaks.
    await page.getByRole('group', { name: 'Network of 28 members and 167 ties' }).waitFor();
    await assertAccessible(page);

    await page.getByRole('button', { name: /^Enterprise Centre, / }).press('Enter');
    await page.getByRole('heading', { name: 'Enterprise Centre' }).waitFor();
    const map = page.getByRole('figure').filter({ has: page.getByText('Size shows') });
    await map.getByRole('button', { name: 'Show as table' }).click();
    await map.getByRole('cell', { name: 'Enterprise Centre' }).waitFor();
    await assertAccessible(page);
  });
}

test('a session that has ended leads to the sign-in page and back', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('navigation', { name: windward }).getByRole('link', { name: 'Waves' }).click();
  const network = page.getByRole('link', { name: 'See the network' }).first();
  await network.waitFor();
  // A question of this page that is still under way would lead to the sign-in page by itself.
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();
  await network.click();
  await page.getByLabel('E-mail').fill('alana@m10.example');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'In five sentences' }).waitFor();
  await page.getByText('Invented demonstration data').waitFor();
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
