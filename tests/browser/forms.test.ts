// SPDX-License-Identifier: Apache-2.0
// What is missing in a form is said by the page, in its language, where it is missing.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

test('each field says by its name what it lacks, in the language of the page and not of the browser', async () => {
  const page = await stage.visitor(phone);
  await page.goto('/app?lang=fr');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Veuillez remplir « Adresse e-mail ».').waitFor();
  await page.getByText('Veuillez remplir « Mot de passe ».').waitFor();
  const email = page.getByLabel('Adresse e-mail');
  assert.equal(await email.evaluate((field) => field === document.activeElement), true, 'the first one has the focus');
  assert.equal(await email.getAttribute('aria-invalid'), 'true');
  await assertAccessible(page);
  await email.fill('alana');
  assert.equal(await page.getByText('Veuillez remplir « Adresse e-mail ».').count(), 0, 'typing takes the words away');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('« Adresse e-mail » n’est pas une adresse e-mail').waitFor();
  await page.context().close();
});

test('a form that lacks nothing is sent', async () => {
  await stage.signIn(await stage.visitor(), 'alana@m10.example');
  assert.deepEqual(stage.errors, []);
});
