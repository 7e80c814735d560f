// SPDX-License-Identifier: Apache-2.0
// A facilitator puts questions to the network and reads the answers.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Stage, assertAccessible, phone } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

async function questionsPage(options = {}) {
  const page = await stage.signedIn('alana@m10.example', options);
  const clusters = await (await page.request.get('/api/session')).json();
  const waves = await (await page.request.get(`/api/clusters/${clusters.grants[0].scope_id}/waves`)).json();
  const wave = waves.items.find((each: { title: string }) => each.title === 'After one year');
  await page.goto(`/app/waves/${wave.id}/network`);
  await page.getByRole('link', { name: 'Put a question to the network' }).click();
  await page.getByRole('heading', { name: 'Questions to the network' }).waitFor();
  return page;
}

test('a facilitator asks whether two kinds of ties go together, and reads how sure that is', async () => {
  const page = await questionsPage();
  await page.getByText('Nothing was asked yet').waitFor();
  await page.getByLabel('Ties', { exact: true }).selectOption({ label: 'Communicate' });
  await page.getByLabel('Together with').selectOption({ label: 'Worked together' });
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByText('“Communicate” and “Worked together” go together, more than chance would have it.').waitFor();
  await page.getByText(/Rests on \d+ members of \d+/).waitFor();
  await page.getByText('What is behind it').click();
  await page.getByRole('rowheader', { name: 'Correlation of the two' }).waitFor();
  await page.getByText(/Krackhardt 1988/).waitFor();
  // The head that stays on top would cover what has been scrolled under it.
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
});

test('an evaluator sees how the kinds of ties lie upon each other, and takes the tables along', async () => {
  const page = await questionsPage();
  await page.getByRole('radio', { name: /How do the kinds of ties lie upon each other/ }).check();
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByText(/of pairs with a tie have two kinds or more/).waitFor();
  await page.getByText('What is behind it').first().click();
  await page.getByRole('rowheader', { name: 'Know each other · Communicate', exact: true }).waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).first().click();
  const text = await readFile(await (await saved).path(), 'utf8');
  assert.match(text, /Pairs with both/);
  assert.match(text, /# .*Rests on \d+ members/);
  assert.match(text, /Engine .*, input [0-9a-f]{12}/);
  await page.getByRole('link', { name: 'Formula and source' }).first().click();
  await page.getByRole('heading', { name: /Layers of ties/ }).waitFor();
  await assertAccessible(page);
});

test('a facilitator takes the network out for another program', async () => {
  const page = await questionsPage();
  await page.getByRole('link', { name: 'Network' }).click();
  await page.getByLabel('For another program').selectOption({ label: 'GEXF: Gephi, with all waves' });
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Network file' }).click();
  const file = await saved;
  assert.match(file.suggestedFilename(), /\.gexf$/);
  assert.match(await readFile(await file.path(), 'utf8'), /Wave 1: Baseline\./);
});

test('an evaluator finds every measure under the question that it answers', async () => {
  const page = await questionsPage();
  await page.getByRole('link', { name: 'Network' }).click();
  await page.getByRole('link', { name: 'All measures' }).click();
  await page.getByRole('heading', { name: 'Does everything turn around one member?' }).waitFor();
  await page.getByText('centralization_betweenness').waitFor();
  await page.getByRole('heading', { name: 'Who matters most together?' }).waitFor();
  await page.getByText(/contact with \d+ of \d+ members, themselves included/).first().waitFor();
  await page.getByText('Whoever leaves, as many as are chosen here, the others keep their ways to each other.').waitFor();
  await page.getByLabel('Together up to').selectOption({ label: '5 members' });
  await page.getByText(/(,.*){3} and .*: contact with \d+ of 28 members/).first().waitFor();
  await page.getByLabel('Measure').selectOption('constraint');
  await page.getByRole('rowheader', { name: 'did not answer' }).first().waitFor();
  const outside = page.locator('dl div').filter({ hasText: 'ei_index_ties' }).locator('dd');
  const byCountry = await outside.innerText();
  await page.getByLabel('Groups by').selectOption({ label: 'Line of business' });
  await page.waitForFunction((was) => {
    const names = [...document.querySelectorAll('dt')];
    return names.find((name) => name.textContent === 'ei_index_ties')?.nextElementSibling?.textContent !== was;
  }, byCountry);
  await page.getByRole('region', { name: 'From group to group' }).getByRole('rowheader', { name: 'Chocolate making' }).first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
  const help = page.getByRole('link', { name: 'Help: Who stands between groups, and how?' });
  assert.equal(await help.getAttribute('href'), '/measures/brokerage');
  await page.getByLabel('Question', { exact: true }).selectOption({ label: 'Communicate' });
  await page.getByText('Shown for open questions that at least 80% answered').waitFor();
});

test('the ratings of two questions stand apart, each under its name', async () => {
  const page = await questionsPage({ ...phone, colorScheme: 'dark' });
  const rating = (question: string, value: number | null) => [
    { id: 'mean_rating', value, reason: value ? '' : 'few_givers', suppressed: !value, page: 'perceived', range: '1..4', question },
    { id: 'ratings', value: value && 14, reason: value ? '' : 'few_givers', suppressed: !value, page: 'perceived', range: '0..', question },
  ];
  // The demonstration asks for no ratings: they are put into what the server says.
  await page.route(/\/measures\?/, async (route) => {
    const response = await route.fetch();
    const report = await response.json();
    report.graph.push(...rating('reliability', 3.25), ...rating('contribution', null));
    await route.fulfill({ response, json: report });
  });
  await page.getByRole('link', { name: 'Network' }).first().click();
  await page.getByRole('link', { name: 'All measures' }).click();
  await page.getByRole('heading', { name: 'How do members see one another?' }).waitFor();
  const told = page.locator('dl div').filter({ hasText: 'mean_rating' });
  assert.deepEqual((await told.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')), [
    'Rely on each other: mean_rating 3.25',
    'Bring what the cluster needs: mean_rating hidden, too few members gave such answers',
  ]);
  await told.first().scrollIntoViewIfNeeded();
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
});

test('on a phone, what cannot be asked here says what it needs', async () => {
  const page = await questionsPage(phone);
  await page.getByRole('radio', { name: /What goes with these ties/ }).check();
  await page.getByLabel('Same country').check();
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByText('What is behind it').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.viewport!.width);
  await assertAccessible(page);
});
