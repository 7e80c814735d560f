// SPDX-License-Identifier: Apache-2.0
// A facilitator takes a report out, and asks for a picture that somebody else lets go.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { addAccount } from '../permissions/world.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let wave: string;
before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body;
  wave = items.find((each: any) => each.title === 'After one year').id;
  stage.server.execute('UPDATE respondents SET shares_with_members = true, shares_with_research = true WHERE consent IS NOT NULL');
  addAccount(stage.server, 'editor@test.example', 'regional_editor', 'platform', '');
});
after(() => stage.close());

const shots = process.env.KONBIT_SHOTS;

test('a report is chosen by reader, language and paper, and each copy is noted', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/waves/${wave}/network`);
  await page.getByRole('heading', { name: 'Reports on paper' }).waitFor();
  await page.getByLabel('For whom').selectOption('evaluator');
  await page.getByLabel('Language of the report').selectOption('fr');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  assert.match((await download).suggestedFilename(), /evaluator\.pdf$/);
  await page.getByText('Copies taken out').click();
  await page.getByText(/^Evaluator: Alana Noel/).waitFor();
  if (shots) await page.locator('section', { hasText: 'Reports on paper' }).last().screenshot({ path: `${shots}/reports.png` });
  await assertAccessible(page);
});

for (const [name, options] of [['a desktop', {}], ['a phone', phone]] as const)
  test(`the page to print is read on ${name}`, async () => {
    const page = await stage.signedIn('alana@m10.example', Object.keys(options).length > 0 ? options : undefined);
    for (const audience of ['board', 'evaluator']) {
      await page.goto(`/waves/${wave}/report?audience=${audience}&lang=en`);
      await page.getByRole('heading', { name: 'In five sentences' }).waitFor();
      await assertAccessible(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} px stand out at the side`);
      if (shots) await page.screenshot({ path: `${shots}/print-${audience}-${name.slice(2)}.png`, fullPage: true });
    }
  });

test('a picture for a funder waits for a second person, and is then downloaded', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/waves/${wave}/network`);
  await page.getByLabel('Who gets it').fill('Development bank');
  await page.getByLabel('What for').fill('Mid-term review');
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await page.getByText('Waits for a second person').waitFor();

  const editor = await stage.visitor();
  await stage.signIn(editor, 'editor@test.example');
  await editor.goto('/app/directory');
  await editor.getByRole('link', { name: 'Pictures for funders' }).click();
  await editor.getByText('Alana Noel asks for a picture').waitFor();
  await assertAccessible(editor);
  if (shots) await editor.screenshot({ path: `${shots}/second.png` });
  await editor.getByRole('button', { name: 'Let it go' }).click();
  await editor.getByRole('heading', { name: 'Nothing waits here' }).waitFor();

  await page.reload();
  await page.getByText(/^Let go by Test Person/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the picture' }).click();
  assert.match((await download).suggestedFilename(), /\.pdf$/);
  await assertAccessible(page);
  assert.deepEqual(stage.errors, []);
});
