// SPDX-License-Identifier: Apache-2.0
// The keys of the installation change while it serves, and what happens when they are lost.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestServer } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';
import { facilitated, openWave, respondent, tokenOf } from '../survey.ts';

let server: TestServer;
let facilitator: Awaited<ReturnType<typeof facilitated>>['facilitator'];
let asked: Awaited<ReturnType<typeof openWave>>;
let ana: Awaited<ReturnType<typeof respondent>>;

const keyFile = () => join(server.folder, 'keys', 'installation.key');
const keys = (...words: string[]) => server.command('keys', ...words, '--data', server.folder);

async function sealSomething(sequence: number) {
  const [first, second] = ana.page.roster;
  const values = [first, second].map(({ id }: any) => ({ alter_id: id, value: 1 }));
  return ana.client.put(`/api/answer/questions/${asked.question('sensitive')}`, {
    state: 'answered',
    values,
    device: 'phone',
    sequence,
  });
}

async function opens(link: any) {
  return (await server.client().post('/api/answer/session', { token: tokenOf(link) })).status === 204;
}

before(async () => {
  server = await TestServer.start();
  const desk = await facilitated(server);
  facilitator = desk.facilitator;
  asked = await openWave(facilitator, desk.cluster, 'Rotated');
  ana = await respondent(server, asked.links[0]);
  assert.equal((await sealSomething(1)).status, 204);
});
after(() => server?.stop());

test('a rotation while the server serves ends no link, no answer page and no sealed answer', async () => {
  const before = readFileSync(keyFile(), 'utf8');
  const rotated = keys('rotate');
  assert.equal(rotated.status, 0, rotated.stderr);
  assert.match(rotated.stdout, /^[0-9a-f]{16} is the installation key now\nsealed anew: \d+ wave keys/);
  const [newest, former] = readFileSync(keyFile(), 'utf8').split('\n');
  assert.equal(former, before.trim());

  assert.ok(await opens(asked.links[1]), 'a printed link');
  assert.equal((await ana.client.get('/api/answer?device=phone')).status, 200, 'a page that is open');
  assert.equal((await sealSomething(2)).status, 204);
  const fresh: any[] = (await facilitator.get(`/api/waves/${asked.wave.id}/links`)).body.items;
  assert.notEqual(fresh[1].url, asked.links[1].url);
  assert.ok(await opens(fresh[1]), 'a new sheet');

  addAccount(server, 'root@konbit.example', 'administrator', 'platform', '');
  const admin = await server.as('root@konbit.example');
  const entries: any[] = (await admin.get('/api/audit?limit=200')).body.items;
  const entry = entries.find((each) => each.route === 'konbit keys rotate');
  assert.deepEqual([entry?.action, entry?.object_kind, entry?.account_id], ['changed', 'keys', null]);

  const listed = keys('list');
  assert.match(listed.stdout, /^[0-9a-f]{16}  in use, made \d{4}-\d\d-\d\d\n/);
  assert.match(listed.stdout, /needed by personal links of \d+ waves that are not frozen, mailed links until/);
  for (const secret of [newest!.slice(0, 64), former!.slice(0, 64)])
    for (const said of [rotated.stdout, rotated.stderr, listed.stdout, server.log])
      assert.ok(!said.includes(secret), 'no key is ever shown');
});

test('the sealed answers of a wave get a new key while members answer', async () => {
  const rotated = keys('rotate', '--wave', asked.wave.id);
  assert.equal(rotated.stdout, "1 sealed answers were sealed anew; the wave's former key goes within a day\n");
  assert.equal((await sealSomething(3)).status, 204);
  assert.equal(keys('rotate', '--wave', 'no-wave').status, 1);
});

test('a rotation that is killed at any moment is finished by the next', async () => {
  for (let round = 0; round < 10; round++) {
    const working = server.beginCommand('keys', 'rotate', '--data', server.folder);
    const ended = new Promise((resolve) => working.once('exit', resolve));
    await sleep(20 + 40 * round);
    working.kill('SIGKILL');
    await ended;
    assert.equal((await sealSomething(10 + round)).status, 204, `round ${round}`);
    assert.ok(await opens(asked.links[2]), `round ${round}`);
  }
  assert.equal(keys('rotate').status, 0);
  assert.equal(keys('retire').status, 0);
  assert.ok(await opens(asked.links[2]));
});

test('a former key that leaked goes at once, and its links with it', async () => {
  const ids = keys('list').stdout.trim().split('\n').map((line) => line.slice(0, 16));
  for (const id of ids.slice(1)) assert.equal(keys('retire', id).status, 0);
  assert.ok(!(await opens(asked.links[2])));
  const fresh: any[] = (await facilitator.get(`/api/waves/${asked.wave.id}/links`)).body.items;
  assert.ok(await opens(fresh[2]));
  ana = await respondent(server, fresh[0]);
  assert.equal((await sealSomething(30)).status, 204);
});

/// What the server says when it does not start.
async function refusal() {
  server.log = '';
  await assert.rejects(server.restart());
  return server.log;
}

test('a key that others may read, a wrong one and none at all are refused at the start, with what to do', async () => {
  await server.end();
  chmodSync(keyFile(), 0o644);
  assert.match(await refusal(), /other users may open .*installation\.key: chmod 600/);
  chmodSync(keyFile(), 0o600);

  renameSync(keyFile(), keyFile() + '.away');
  writeFileSync(keyFile(), 'ab'.repeat(32) + '\n', { mode: 0o600 });
  assert.match(await refusal(), /lasting\.keys is missing or belongs to another installation key/);
  writeFileSync(keyFile(), 'half', { mode: 0o600 });
  assert.match(await refusal(), /is damaged: it holds no installation key/);
  rmSync(keyFile());
  assert.match(await refusal(), /installation\.key is missing\. Put it back from the backup/);
  assert.ok(!existsSync(keyFile()), 'nothing was made in its place');
});

test('without the key the installation goes on, and says what is lost', async () => {
  const told = keys('lost');
  assert.equal(told.status, 1);
  assert.match(told.stdout, /sealed answers +[1-9]\d* in \d+ waves/);
  assert.ok(!existsSync(keyFile()), 'only told');
  const gone = keys('lost', '--accept');
  assert.equal(gone.status, 0, gone.stderr);

  await server.restart();
  facilitator = await server.as('alana@m10.example');
  assert.equal((await facilitator.get(`/api/waves/${asked.wave.id}/network`)).status, 200);
  const fresh: any[] = (await facilitator.get(`/api/waves/${asked.wave.id}/links`)).body.items;
  ana = await respondent(server, fresh[0]);
  const state = ana.page.questions.find((each: any) => each.key === 'sensitive').state;
  assert.equal(state, null, 'not answered, which is not nobody');
  assert.equal((await sealSomething(40)).status, 204);
  assert.match(keys('lost').stdout, /^The installation key is there/);
});
