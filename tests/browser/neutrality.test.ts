// SPDX-License-Identifier: Apache-2.0
// Somebody of a member firm who runs the cluster is told what she does not read, and an administrator decides.
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addAccount } from '../permissions/world.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let wave: string;

before(async () => {
  stage = await Stage.open();
  addAccount(stage.server, 'administrator@test.example', 'administrator', 'platform', '');
  const facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  wave = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items[0].id;
  const { account } = (await (await stage.server.as('jodie@m21.example')).get('/api/session')).body;
  stage.server.execute(
    'INSERT INTO grants (id, account_id, role, scope, scope_id, created_at)' +
      ` VALUES ('${randomUUID()}', '${account.id}', 'facilitator', 'cluster', '${cluster}', 0)`,
  );
});
after(() => stage.close());

test('whoever belongs to a member firm is told so, and everybody neutral is told of her', async () => {
  const own = await stage.signedIn('jodie@m21.example', phone);
  await own.goto(`/app/waves/${wave}`);
  await own.getByText(/^You belong to .*, a member of this cluster\./).waitFor();
  await assertAccessible(own);
  await own.goto(`/app/waves/${wave}/network`);
  await own.getByText(/does not read the results of its cluster by name/).waitFor();
  await assertAccessible(own);

  const neutral = await stage.signedIn('alana@m10.example');
  await neutral.goto(`/app/waves/${wave}/network`);
  await neutral.getByText(/^Jodie Laurent, who runs this cluster too, belongs to/).waitFor();
  await assertAccessible(neutral);
});

test('an administrator keeps people of member firms from running their cluster', async () => {
  const page = await stage.signedIn('administrator@test.example');
  await page.goto('/app/directory');
  await page.getByRole('link', { name: 'Neutrality' }).click();
  await page.getByLabel(/People of member firms may run/).uncheck();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  const own = await stage.signedIn('jodie@m21.example');
  await own.goto(`/app/waves/${wave}`);
  await own.getByText(/^This installation wants clusters to be run by people/).waitFor();
});
