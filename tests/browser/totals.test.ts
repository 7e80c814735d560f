// SPDX-License-Identifier: Apache-2.0
// A facilitator releases the totals of a wave; the funder of the cluster reads them on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage, assertAccessible, phone } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

async function totalsPage(email: string, options = {}) {
  const page = await stage.signedIn(email, options);
  const session = await (await page.request.get('/api/session')).json();
  await page.goto(`/app/clusters/${session.grants[0].scope_id}`);
  await page.getByRole('link', { name: 'Totals' }).click();
  await page.getByText('What ministries, the regional team and funders read').waitFor();
  return page;
}

test('the funder reads nothing before the facilitator releases it', async () => {
  const page = await totalsPage('henrik@bluearc.example', phone);
  await page.getByText('No totals of this cluster have been released.').waitFor();
  assert.equal(await page.getByRole('button', { name: /Release/ }).count(), 0);
  await assertAccessible(page);
});

test('the facilitator releases both waves', async () => {
  const page = await totalsPage('alana@m10.example');
  for (const wave of ['Baseline', 'After one year'])
    await page.getByRole('button', { name: `Release the totals of “${wave}”` }).click();
  await page.getByRole('button', { name: 'Take back the totals of “After one year”' }).waitFor();
  await page.getByRole('heading', { name: 'The funnel through all waves' }).waitFor();
  await assertAccessible(page);
});

test('the funder reads the funnel through the waves, and whole countries only', async () => {
  const page = await totalsPage('henrik@bluearc.example', phone);
  await page.getByRole('img', { name: /Share sensitive information: Baseline 3%, After one year 7%/ }).waitFor();
  await page.getByRole('heading', { name: 'From country to country: Know each other, After one year' }).waitFor();
  assert.equal(await page.getByText('Concord Chocolate').count(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.viewport!.width);
  await assertAccessible(page);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
