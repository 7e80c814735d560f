// SPDX-License-Identifier: Apache-2.0
// Opens pages of a running server in Debian's Chromium, and asks axe about them.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '../../web/node_modules/playwright-core/index.mjs';
import { demoPassword, TestServer } from '../harness.ts';

export const desktop = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const axe = readFileSync(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/// A server with demonstration data and a browser before it.
export class Stage {
  server: TestServer;
  /// Every error that a page wrote to its console or threw; a journey ends with none.
  errors: string[] = [];
  private browser: Browser;
  /// What the browser holds of each account that has signed in: an account may try five times a minute.
  private sessions = new Map<string, BrowserContextOptions['storageState']>();

  private constructor(server: TestServer, browser: Browser) {
    this.server = server;
    this.browser = browser;
  }

  static async open(options: string[] = ['--demo']): Promise<Stage> {
    const server = await TestServer.start(options);
    return new Stage(server, await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags }));
  }

  /// A page of its own visitor, with its own cookies and storage.
  async visitor(options: BrowserContextOptions = desktop): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.server.base, locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => this.errors.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A refused request is told by the page in words; the console repeats it.
      const isRequest = /Failed to load resource/.test(message.text());
      if (message.type() === 'error' && !isRequest) this.errors.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /// A page of somebody who is signed in; all pages of one account share its session.
  async signedIn(email: string, options: BrowserContextOptions = desktop): Promise<Page> {
    const storageState = this.sessions.get(email);
    const page = await this.visitor({ ...options, storageState });
    if (!storageState) {
      await this.signIn(page, email);
      this.sessions.set(email, await page.context().storageState());
      return page;
    }
    await page.goto('/app');
    await page.getByRole('heading', { name: 'My clusters' }).waitFor();
    return page;
  }

  /// Signs in by the form, into a session that the page may end.
  async signIn(page: Page, email: string) {
    await page.goto('/app');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'My clusters' }).waitFor();
  }

  async close() {
    await this.browser.close();
    await this.server.stop();
  }
}

type Violation = { id: string; help: string; nodes: { html: string }[] };

/// Fails with the rule, the reason and the element of each barrier that axe finds. What passed is not described: on a
/// long page that takes longer than the rules.
export async function assertAccessible(page: Page) {
  for (const frame of page.frames()) await frame.evaluate(axe);
  const violations: Violation[] = await page.evaluate(async (tags) => {
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    return (await (window as any).axe.run(document, options)).violations;
  }, axeTags);
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} ${node.html.slice(0, 160)}`));
  assert.deepEqual(found, [], `${page.url()} has barriers`);
}
