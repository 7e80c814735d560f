// SPDX-License-Identifier: Apache-2.0
// Answers leave for research once somebody else has read the agreement.
import { after, before, test } from 'node:test';
import { addAccount } from '../permissions/world.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let wave: string;

before(async () => {
  stage = await Stage.open();
  addAccount(stage.server, 'grenada@test.example', 'national', 'country', 'GD');
  const facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body;
  wave = items.find((each: any) => each.state === 'frozen').id;
});
after(() => stage.close());

test('a facilitator asks with the agreement that was signed, an officer reads it and lets the files go', async () => {
  const asking = await stage.signedIn('alana@m10.example', phone);
  await asking.goto(`/app/waves/${wave}/network`);
  await asking.getByLabel('For what').selectOption({ label: 'research, without names' });
  await asking.getByText('No request is approved yet: ask below.').waitFor();
  await asking.getByRole('button', { name: 'A new request' }).click();
  await asking.getByLabel('Who gets the files').fill('University of the Islands');
  await asking.getByLabel('What is to be found out').fill('How ties across islands come about');
  await asking.getByLabel('Data-use agreement').fill('Not to be passed on; erased by the end of 2027.');
  await asking.getByLabel('Signed by').fill('Marie Joseph');
  await assertAccessible(asking);
  await asking.getByRole('button', { name: 'Ask for approval' }).click();
  await asking.getByText('waits for a second person').waitFor();

  const deciding = await stage.signedIn('grenada@test.example');
  await deciding.goto('/app/directory');
  await deciding.getByRole('link', { name: 'Answers for research' }).click();
  await deciding.getByRole('heading', { name: 'University of the Islands' }).waitFor();
  await assertAccessible(deciding);
  await deciding.getByRole('button', { name: 'Let the files go' }).click();
  await assertAccessible(deciding);
  await deciding.getByRole('dialog').getByRole('button', { name: 'Let the files go' }).click();
  await deciding.getByRole('heading', { name: 'Nothing waits here' }).waitFor();

  await asking.reload();
  await asking.getByLabel('For what').selectOption({ label: 'research, without names' });
  await asking.getByLabel('Approved request').waitFor();
  await asking.getByRole('link', { name: 'Ties (CSV)' }).waitFor();
  await assertAccessible(asking);
});
