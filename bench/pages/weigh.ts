// SPDX-License-Identifier: Apache-2.0
// usage: bench/pages/weigh   kB over the wire of a first visit with nothing cached, and of the visit after it
import { createRequire } from 'node:module';
import { binary, TestServer } from '../../tests/harness.ts';
import { personalLinks } from '../../tests/oracle/taps.ts';

const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core');
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const quiet = 1500; // ms without a transfer: the page is there

type Cookie = { name: string; value: string; url: string };

/// Visits and adds up what came over the wire, headers included.
async function visit(page: any, url: string) {
  const session = await page.context().newCDPSession(page);
  const weight = { requests: 0, bytes: 0 };
  let last = performance.now();
  session.on('Network.loadingFinished', ({ encodedDataLength }: { encodedDataLength: number }) => {
    weight.requests++;
    weight.bytes += encodedDataLength;
    last = performance.now();
  });
  await session.send('Network.enable');
  await page.goto(url);
  while (performance.now() - last < quiet) await page.waitForTimeout(100);
  await session.detach();
  return weight;
}

async function weigh(browser: any, title: string, url: string, cookies: Cookie[] = []) {
  const context = await browser.newContext(phone);
  await context.addCookies(cookies);
  const page = await context.newPage();
  const first = await visit(page, url);
  await page.goto('about:blank');
  const second = await visit(page, url);
  await context.close();
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  console.log([title, first.requests, kB(first.bytes), second.requests, kB(second.bytes)].join('\t'));
}

const server = await TestServer.start(['--demo']);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  console.error(`pages of ${binary}`);
  console.log('page\trequests\tkB\trequests_again\tkB_again');
  await weigh(browser, 'directory home', `${server.base}/?lang=en`);
  await weigh(browser, 'clusters', `${server.base}/clusters?lang=en`);
  await weigh(browser, 'cluster', `${server.base}/clusters/windward-cocoa-and-spice?lang=en`);
  await weigh(browser, 'organizations', `${server.base}/organizations?lang=en`);
  await weigh(browser, 'sign-in', `${server.base}/app/sign-in`);

  const facilitator = await server.as('alana@m10.example');
  const cookies = [...facilitator.cookies].map(([name, value]) => ({ name, value, url: server.base }));
  await weigh(browser, 'app, signed in', `${server.base}/app`, cookies);
  const [link] = await personalLinks(server);
  await weigh(browser, 'answer page', link!);
} finally {
  await browser.close();
  await server.stop();
}
