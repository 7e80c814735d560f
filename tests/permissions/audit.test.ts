// SPDX-License-Identifier: Apache-2.0
// Drives the whole API with secrets and texts in every place that a request has, and looks for them in the audit log.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { demoPassword } from '../harness.ts';
import { addAccount, filled, makeWorld, type World } from './world.ts';

const canary = 'canary-7f3a-parakeet';

/// Names under which requests carry what must not be kept.
const fields = [
  'email', 'password', 'code', 'token', 'ticket', 'name', 'title', 'text', 'note', 'comment', 'reason', 'message',
  'purpose', 'recipient', 'description', 'url', 'contact_name', 'contact_email', 'label', 'proof', 'subject', 'body',
];
const body = Object.fromEntries(fields.map((field) => [field, `${canary} ${field}`]));

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

test('the log leaks no secret, no text and no address, whatever is sent', async () => {
  const rows = readFileSync(new URL('expected.csv', import.meta.url), 'utf8').trim().split('\n').slice(1);
  const actors = ['facilitator_own', 'respondent', 'administrator', 'anonymous'] as const;
  const secrets = actors.flatMap((actor) => [...world.clients[actor].cookies.values()]);
  for (const row of rows) {
    const [method, path] = row.split(',') as [string, string];
    if (`${method} ${path}` === 'DELETE /api/session') continue;
    const asked = filled(path, world.ids).replace(/\{[a-z_]+\}/g, canary);
    for (const actor of actors) {
      const query = `${asked.includes('?') ? '&' : '?'}q=${canary}`;
      for (const target of [asked, asked + query]) {
        const answer = await world.clients[actor].request(method, target, {
          ...(method === 'GET' ? {} : { body }),
          headers: { 'user-agent': canary, referer: `https://example.org/${canary}`, 'x-forwarded-for': '198.51.100.77' },
        });
        assert.notEqual(answer.status, 500, `${actor} ${method} ${target}: ${answer.text}`);
      }
    }
  }
  for (const password of [canary, `${canary} and more of it`])
    await world.server.client().post('/api/session', { email: `${canary}@example.org`, password });

  addAccount(world.server, 'reader@konbit.example', 'administrator', 'platform', '');
  const reader = await world.server.as('reader@konbit.example');
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const { text } = await reader.get('/api/audit.csv');
  assert.ok(text.split('\r\n').length > 300, 'the log was written');
  for (const secret of [canary, demoPassword, '@', ...secrets.filter((each) => each.length > 8)])
    assert.ok(!text.includes(secret), `the log holds ${secret}`);
  assert.doesNotMatch(text, /\d+\.\d+\.\d+\.(?!0\/24)\d/, 'no whole address');
  assert.deepEqual((await reader.get('/api/audit/check')).body.breaks, []);
});
