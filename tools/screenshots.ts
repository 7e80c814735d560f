// SPDX-License-Identifier: Apache-2.0
// usage: KONBIT_BINARY=… node tools/screenshots.ts   Takes the pictures of the README from the demonstration.
import { mkdirSync } from 'node:fs';
import { openWave, followLink } from '../tests/permissions/world.ts';
import { desktop, phone, Stage } from '../tests/browser/browser.ts';

const folder = 'docs/images';
mkdirSync(folder, { recursive: true });
const stage = await Stage.open();

const facilitator = await stage.server.as('alana@m10.example');
const clusters = (await facilitator.get('/api/clusters?limit=100')).body.items;
const windward = clusters.find((each: any) => each.slug === 'windward-cocoa-and-spice');
const waves = (await facilitator.get(`/api/clusters/${windward.id}/waves`)).body.items;
const after = waves.find((each: any) => !each.is_baseline);

const visitor = await stage.visitor(desktop);
await visitor.goto('/');
await visitor.waitForTimeout(1500);
await visitor.screenshot({ path: `${folder}/directory.png` });

const signedIn = await stage.signedIn('alana@m10.example');
await signedIn.goto(`/app/waves/${after.id}/network`);
await signedIn.getByText('25 of 28 members answered').waitFor();
await signedIn.screenshot({ path: `${folder}/network.png` });
const map = signedIn.getByRole('heading', { name: 'Who communicates with whom' });
await map.scrollIntoViewIfNeeded();
await signedIn.evaluate(() => window.scrollBy(0, 560));
await signedIn.waitForTimeout(500);
await signedIn.screenshot({ path: `${folder}/map.png` });

const wave = await openWave(facilitator, windward.id);
const [link] = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
await followLink(stage.server, link.url);
const member = await stage.visitor({ ...phone, viewport: { width: 360, height: 720 } });
await member.goto('/s' + link.url.slice(link.url.indexOf('#')));
await member.getByRole('radio').first().click();
await member.getByRole('button', { name: 'Begin' }).click();
await member.waitForTimeout(800);
await member.screenshot({ path: `${folder}/answer.png` });

await stage.close();
