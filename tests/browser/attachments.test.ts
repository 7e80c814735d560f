// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const member = 'jodie@m21.example';
const firm = 'Trafalgar Craft Chocolate';

/// A picture that the browser itself draws.
const drawn = (page: any) =>
  page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [900, 600];
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#0d5a4a';
    pen.fillRect(0, 0, 900, 600);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  });

test('a public profile shows logo, photos and documents without script', async () => {
  const page = await stage.visitor();
  await page.goto('/clusters/windward-cocoa-and-spice');
  await page.getByRole('img', { name: /^Logo of/ }).waitFor();
  await page.getByRole('heading', { name: 'Photos' }).waitFor();
  await page.getByRole('link', { name: "Members' agreement (invented)" }).waitFor();
  const size = await page.locator('.k-gallery img').first().evaluate((image: HTMLImageElement) => [image.width > 0, image.loading]);
  assert.deepEqual(size, [true, 'lazy']);
  await assertAccessible(page);
});

test('a firm adds a photo on a phone, says what it shows, and finds it on its page', async () => {
  const page = await stage.signedIn(member, phone);
  await page.getByRole('link', { name: firm }).click();
  const section = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Pictures and documents' }) });
  await section.locator('summary').click();
  const buffer = Buffer.from(await drawn(page), 'base64');
  await section.getByLabel('Add a photo').setInputFiles({ name: 'tray.jpg', mimeType: 'image/jpeg', buffer });
  await section.getByText('Not shown yet').waitFor();
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByRole('alert').waitFor();
  await section.getByLabel('What the photo shows (English)').fill('A green wall');
  await section.getByLabel('People on the photo').selectOption('nobody');
  await assertAccessible(page);
  for (const [code, text] of [['es', 'Una pared verde'], ['fr', 'Un mur vert']]) {
    await section.getByRole('group', { name: /What the photo shows/ }).locator(`[lang=${code}]`).click();
    await section.getByLabel(/^What the photo shows \(/).fill(text!);
  }
  await section.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved and shown').waitFor();
  await page.goto('/organizations/trafalgar-craft-chocolate');
  await page.getByRole('img', { name: 'A green wall' }).waitFor();
});

test('what is no picture is refused in words beside its button', async () => {
  const page = await stage.signedIn(member);
  await page.getByRole('link', { name: firm }).click();
  const section = page.locator('details').filter({ has: page.getByRole('heading', { name: 'Pictures and documents' }) });
  await section.locator('summary').click();
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await section.getByLabel('Choose a logo').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer });
  await section.getByText('Pictures must be PNG, JPEG or WebP files.').waitFor();
});
