// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const member = 'jodie@m21.example';
const firm = 'Trafalgar Craft Chocolate';

test('a public profile shows offers and the capability card without script', async () => {
  const page = await stage.visitor();
  await page.goto('/organizations/concord-valley-chocolate');
  await page.getByRole('heading', { name: 'What it can make' }).waitFor();
  await page.getByText('420.5 lb a month').waitFor();
  await page.getByText('ended on').waitFor();
  await assertAccessible(page);
  await page.goto('/clusters/windward-cocoa-and-spice');
  await page.getByText('Confirmed by the steering committee').waitFor();
  await assertAccessible(page);
});

test('a firm adds a machine on a phone and finds it on its page', async () => {
  const page = await stage.signedIn(member, phone);
  await page.getByRole('link', { name: firm }).click();
  const card = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Capability card' }) });
  await card.locator('summary').click();
  await card.getByRole('button', { name: 'Add a line Machines' }).click();
  await card.getByLabel('Machine', { exact: true }).fill('Roaster');
  await assertAccessible(page);
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.goto('/organizations/trafalgar-craft-chocolate');
  await page.getByText('Roaster').waitFor();
});

test('the pin is moved with the keyboard', async () => {
  const page = await stage.signedIn(member);
  await page.getByRole('link', { name: firm }).click();
  const place = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Place' }) });
  await place.locator('summary').click();
  const before = await place.getByLabel('Degrees north').inputValue();
  await place.getByRole('slider').press('ArrowUp');
  const after = await place.getByLabel('Degrees north').inputValue();
  assert.ok(Number(after) > Number(before), `${before} to ${after}`);
  await assertAccessible(page);
});

test('what somebody else saved meanwhile is said before it is overwritten', async () => {
  const [one, other] = [await stage.signedIn(member), await stage.signedIn(member)];
  for (const page of [one, other]) {
    await page.getByRole('link', { name: firm }).click();
    const identity = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Name and kind' }) });
    await identity.locator('summary').click();
  }
  await one.getByLabel(/^Legal form/).fill('Partnership');
  await one.getByRole('button', { name: 'Save' }).click();
  await one.getByText('Saved', { exact: true }).waitFor();
  await other.getByLabel(/^Legal form/).fill('Limited company');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Somebody changed this section').waitFor();
  await other.getByText('Partnership').waitFor();
  await assertAccessible(other);
  await other.getByRole('button', { name: 'Keep mine' }).click();
  await other.getByText('Saved', { exact: true }).waitFor();
});

test('support organizations are those of the country chosen last, whichever answer comes last', async () => {
  const page = await stage.signedIn(member, phone);
  const asked = (country: string) => (url: URL) => url.pathname === '/api/organizations' && url.searchParams.get('country_code') === country;
  const dominica = page.waitForResponse((response) => asked('DM')(new URL(response.url())));
  const grenada = page.waitForEvent('requestfinished', (request) => asked('GD')(new URL(request.url())));
  await page.route(asked('GD'), async (route) => {
    await dominica;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Start a cluster' }).click();
  await page.getByLabel('Country').selectOption('DM');
  await grenada;
  await page.getByLabel(/^Your support organization/).selectOption({ label: 'Nature Isle Trade Desk' });
});

test('a cluster is started on a phone and waits for its support organization', async () => {
  const page = await stage.signedIn(member, phone);
  await page.getByRole('link', { name: 'Start a cluster' }).click();
  await page.getByLabel('Name of the cluster').fill('Roseau Valley Water');
  await page.getByLabel('Country').selectOption('DM');
  await page.getByLabel(/^Your support organization/).selectOption({ label: 'Nature Isle Trade Desk' });
  await page.getByLabel('What do you want to do together?').fill('We bottle spring water together.');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Start the cluster' }).click();
  await page.getByText('has been asked to stand behind this cluster').waitFor();
  const officer = await stage.signedIn('francine@m27.example');
  await officer.goto('/app/backings');
  await officer.getByRole('heading', { name: 'Roseau Valley Water' }).waitFor();
  await assertAccessible(officer);
  await officer.getByRole('button', { name: 'We stand behind it' }).click();
  await officer.getByText('Nothing waits').waitFor();
});
