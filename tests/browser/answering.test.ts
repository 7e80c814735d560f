// SPDX-License-Identifier: Apache-2.0
// How a survey is walked through on a phone: Back, reload, and what the bars leave to be seen.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
let links: { label: string; url: string }[];

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const wave = (await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Phones', is_baseline: false })).body;
  await facilitator.post(`/api/waves/${wave.id}/open`);
  links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
});
after(() => stage.close());

const question = (page: Page, number: number) => page.getByText(`Question ${number} of 5`).waitFor();

async function begin(page: Page, member: RegExp) {
  const { pathname, hash } = new URL(links.find(({ label }) => member.test(label))!.url);
  await page.goto(pathname + hash);
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await question(page, 1);
}

async function next(page: Page, number: number) {
  await page.getByRole('button', { name: 'Next' }).click();
  await question(page, number);
}

test('Back leads to the question before, and a reload stays at its own, with and without the server', async () => {
  const page = await stage.visitor(phone);
  await begin(page, /Trafalgar/);
  await page.getByLabel('Concord Chocolate').check();
  await next(page, 2);
  await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Monthly').check();
  await page.getByText('Received', { exact: true }).waitFor();

  await page.goBack();
  await question(page, 1);
  await page.getByText('1 marked').waitFor();
  await page.goForward();
  await question(page, 2);
  await page.reload();
  await question(page, 2);
  assert.ok(await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Monthly').isChecked());
  await next(page, 3);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');

  await stage.server.kill();
  await page.reload();
  await question(page, 3);
  await page.goBack();
  await question(page, 2);
  await page.getByRole('button', { name: 'Back' }).click();
  await question(page, 1);
  await page.goBack();
  await page.getByLabel('My facilitator may see').waitFor();
  await page.goForward();
  await question(page, 1);
  await stage.server.restart();
});

test('who opens the link again goes on at the first question that is not answered', async () => {
  const page = await stage.visitor(phone);
  await begin(page, /Concord/);
  await page.getByLabel('Trafalgar').check();
  await next(page, 2);
  await page.getByText('Received', { exact: true }).waitFor();
  const later = await stage.visitor(phone);
  const { pathname, hash } = new URL(links.find(({ label }) => /Concord/.test(label))!.url);
  await later.goto(pathname + hash);
  await question(later, 2);
  await later.getByRole('button', { name: 'Back' }).click();
  await later.getByText('1 marked').waitFor();
});

/// What of an element cannot be seen, because something lies over it or it lies outside of the screen.
const hiddenPart = (element: Element) => {
  const shown = element.closest('label') ?? element;
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const isSeen = (y: number) => {
    const found = document.elementFromPoint((left + right) / 2, y);
    return found !== null && (shown.contains(found) || found.contains(shown));
  };
  const hidden = [top + 3, (top + bottom) / 2, bottom - 3].filter((y) => !isSeen(y));
  return hidden.length ? `${shown.textContent?.trim()} at ${hidden.join(', ')}` : '';
};

for (const viewport of [
  { width: 320, height: 568 },
  { width: 360, height: 740 },
])
  test(`no bar lies over an answer or the focus at ${viewport.width} x ${viewport.height}`, async () => {
    const page = await stage.visitor({ ...phone, viewport });
    await begin(page, viewport.width === 320 ? /Choiseul/ : /Enterprise Centre/);
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 7)) await box.check();
    await next(page, 2);
    for (const answer of await page.getByRole('radio').all()) {
      await answer.evaluate((each) => each.closest('label')!.scrollIntoView({ block: 'nearest' }));
      assert.equal(await answer.evaluate(hiddenPart), '', 'can be scrolled to');
    }
    await page.locator('main').focus();
    const focused = page.locator(':focus');
    for (let stops = 0; stops < 9; ++stops) {
      await page.keyboard.press('Tab');
      assert.equal(await focused.evaluate(hiddenPart), '', 'has the focus');
    }
    for (let stops = 0; stops < 9; ++stops) {
      await page.keyboard.press('Shift+Tab');
      assert.equal(await focused.evaluate(hiddenPart), '', 'has the focus, going up');
    }
  });

test('the facilitator sends links one by one, and prints the others as cards', async () => {
  const page = await stage.signedIn('alana@m10.example', desktop);
  await page.getByRole('link', { name: 'Windward Cocoa and Spice Cluster' }).click();
  await page.getByRole('navigation', { name: 'Windward Cocoa and Spice Cluster' }).getByRole('link', { name: 'Waves' }).click();
  await page.getByRole('link', { name: 'Phones', exact: true }).click();
  await page.getByRole('link', { name: 'Send one by one' }).click();
  await page.getByRole('heading', { name: 'Send the links one by one' }).waitFor();
  const given = async () => parseInt(await page.getByText(/^\d+ of \d+ given$/).innerText());
  await page.getByLabel(/^Message for/).waitFor();
  await assertAccessible(page);
  const before = await given();
  const first = await page.getByRole('article').getByRole('heading').innerText();
  assert.match(await page.getByLabel(`Message for ${first}`).inputValue(), /\/s#[0-9A-Z]{8}-[0-9A-Z]{26}$/);
  await page.getByRole('button', { name: 'Sent, next' }).click();
  await page.getByText(`${before + 1} of`).waitFor();
  const second = await page.getByRole('article').getByRole('heading').innerText();
  assert.notEqual(second, first);
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('article').getByRole('heading').filter({ hasNotText: second }).waitFor();
  await page.getByRole('button', { name: `Take back that the link of ${first} was sent` }).click();
  await page.getByText(`${before} of`).waitFor();

  await page.goBack();
  await page.getByRole('link', { name: 'Print cards' }).click();
  await page.getByRole('img', { name: /^QR code of the link of/ }).first().waitFor();
  await page.getByText('28 cards').waitFor();
  for (const language of ['en', 'es', 'fr']) await page.locator(`article [lang="${language}"]`).first().waitFor();
  await assertAccessible(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('heading', { name: 'Cards to cut out' }).isVisible(), false);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
