// SPDX-License-Identifier: Apache-2.0
// Who did what stands in the audit log, what was tampered with is found, and members learn who looked in from outside.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { demoPassword, TestServer, type Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';
import { facilitated, openWave, respondent } from '../survey.ts';

let server: TestServer;
let admin: Client;
let facilitator: Client;
let cluster: string;
let wave: any;
let links: any[];

before(async () => {
  server = await TestServer.start();
  addAccount(server, 'root@konbit.example', 'administrator', 'platform', '');
  admin = await server.as('root@konbit.example');
  ({ facilitator, cluster } = await facilitated(server));
  ({ wave, links } = await openWave(facilitator, cluster, 'Audited'));
});
after(() => server?.stop());

type Query = Record<string, string>;
const entries = async (query: Query = {}) => {
  const answer = await admin.get(`/api/audit?${new URLSearchParams({ limit: '200', ...query })}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.items as any[];
};

/// The first entry that fits, once the log has caught up with what does not wait for it.
async function entry(query: Query, wanted: (each: any) => boolean) {
  for (let attempt = 0; attempt < 60; attempt++) {
    const found = (await entries(query)).find(wanted);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no such entry: ${JSON.stringify((await entries(query)).slice(0, 5))}`);
}

const account = async (client: Client) => (await client.get('/api/session')).body.account;

test('coming in, failing to, and leaving are entries with the account and the first part of the address', async () => {
  const client = await server.as('jodie@m21.example');
  const { id } = await account(client);
  const came = await entry({ action: 'signed_in', outcome: 'done' }, (each) => each.account_id === id);
  assert.equal(came.reason, 'password');
  assert.equal(came.address, '127.0.0.0/24');
  assert.equal(came.route, 'POST /api/session');

  await server.client().post('/api/session', { email: 'jodie@m21.example', password: 'not the right one at all' });
  const failed = await entry({ action: 'signed_in', outcome: 'refused' }, (each) => each.object_id === id);
  assert.deepEqual([failed.account_id, failed.reason], [null, 'wrong_email_or_password']);

  await client.remove('/api/session');
  const left = await entry({ action: 'signed_out' }, (each) => each.account_id === id);
  assert.equal(left.outcome, 'done');
});

test('what a policy refuses to somebody signed in is an entry, what anonymous visitors are refused is none', async () => {
  const client = await server.as('jodie@m21.example');
  const { id } = await account(client);
  assert.equal((await client.get(`/api/waves/${wave.id}/network`)).status, 404);
  assert.equal((await client.get('/api/audit')).status, 403);
  assert.equal((await server.client().get('/api/audit')).status, 401);

  const hidden = await entry({ outcome: 'refused', object_id: wave.id }, (each) => each.account_id === id);
  assert.deepEqual([hidden.route, hidden.reason, hidden.object_kind], ['GET /api/waves/{id}/network', 'wave', 'wave']);
  const forbidden = await entry({ outcome: 'refused', account: 'jodie@m21.example' }, (each) => each.reason === 'not_allowed');
  assert.equal(forbidden.route, 'GET /api/audit');
  assert.ok((await entries({ outcome: 'refused' })).every((each) => each.account_id || each.action === 'signed_in'));
});

test('answers by name are read only once that is in the log, with the role that it rests on', async () => {
  assert.equal((await facilitator.get(`/api/waves/${wave.id}/network`)).status, 200);
  const [read] = await entries({ action: 'read', object_id: wave.id });
  assert.equal(read.route, 'GET /api/waves/{id}/network');
  assert.deepEqual([read.role, read.scope, read.scope_id], ['facilitator', 'cluster', cluster]);
  assert.equal(read.account_name, (await account(facilitator)).name);

  assert.equal((await facilitator.get(`/api/waves/${wave.id}/links.csv`)).status, 200);
  assert.equal((await entries({ action: 'exported' }))[0].route, 'GET /api/waves/{id}/links.csv');
});

test('a change of rights carries what was and what became of it, in the transaction of the change', async () => {
  addAccount(server, 'watched@konbit.example', 'national', 'country', 'GD');
  assert.equal(server.command('user', 'disable', '--data', server.folder, '--email', 'watched@konbit.example').status, 0);
  const lines = await entries({ action: 'rights_changed', object_kind: 'account' });
  const disabled = lines.find((each) => each.route === 'konbit user disable');
  assert.deepEqual(disabled.changes, [{ field: 'status', before: 'active', after: 'disabled' }]);
  const given = lines.find((each) => each.route === 'konbit user add' && each.object_id === disabled.object_id);
  assert.deepEqual(given.changes, [{ field: 'grant', before: '', after: 'national country GD' }]);

  await admin.put('/api/neutrality', { firms_may_facilitate: false });
  await admin.put('/api/neutrality', { firms_may_facilitate: true });
  const [back, forth] = await entries({ object_kind: 'neutrality', action: 'rights_changed' }).then(async (found) =>
    found.length >= 2 ? found : [await entry({ object_kind: 'neutrality', action: 'rights_changed' }, () => true)],
  );
  assert.equal(back.account_name, 'Test Person');
  if (forth) assert.deepEqual(forth.changes, [{ field: 'firms_may_facilitate', before: 'true', after: 'false' }]);
});

test('what a token does and what it is refused are entries of its account, and so are making and ending it', async () => {
  const { id } = await account(admin);
  const scopes = ['write_organizations'];
  const made = await admin.post('/api/account/tokens', { name: 'for the log', scopes, days: 1 });
  assert.equal(made.status, 200, made.text);
  const { text, token } = made.body;
  const by = [{ field: 'by_token', before: '', after: token.id }];
  const machine = { headers: { authorization: `Bearer ${text}` } };
  const organization = await admin.post('/api/organizations', { name: 'Of a Token', kind: 'bso', country_code: 'GD', publication: 'draft' });
  assert.equal(organization.status, 201, organization.text);
  const patched = await server.client().request('PATCH', `/api/organizations/${organization.body.id}`, {
    body: { name: 'By a Token' },
    headers: { ...machine.headers, 'if-match': `"${organization.body.version}"` },
  });
  assert.equal(patched.status, 200, patched.text);
  const done = await entry({ action: 'changed', object_id: organization.body.id }, (each) => each.route.startsWith('PATCH'));
  assert.deepEqual([done.account_id, done.role, done.changes], [id, 'administrator', by]);

  assert.equal((await server.client().get('/api/audit', machine)).body.reason, 'token_scope');
  const refused = await entry({ outcome: 'refused' }, (each) => each.reason === 'token_scope');
  assert.deepEqual([refused.account_id, refused.route, refused.changes], [id, 'GET /api/audit', by]);

  assert.equal((await admin.remove(`/api/account/tokens/${token.id}`)).status, 204);
  const names = (each: any) => each.changes.find(({ field }: any) => field === 'token');
  const about = { action: 'rights_changed', object_id: id };
  assert.equal(names(await entry(about, (each) => names(each)?.after === token.id)).before, '');
  assert.equal(names(await entry(about, (each) => names(each)?.before === token.id)).after, '');
});

test('a role that ends says what it was, and who had given it', async () => {
  const place = `/api/roles/cluster/${cluster}`;
  const offered = await facilitator.post(`${place}/offers`, { role: 'facilitator', name: 'Short Time', email: 'short@time.example' });
  assert.equal(offered.status, 201, offered.text);
  const list = await server.client().get('/dev/mail');
  const row = list.text.split('<tr>').find((each) => each.includes('short@time.example'))!;
  const mail = (await server.client().get(/href="(\/dev\/mail\/[^"]+)"/.exec(row)![1]!)).text;
  const token = /<pre.*?href="http[^"]+#([^"]+)"/s.exec(mail)![1]!.replaceAll('&amp;', '&');
  assert.equal((await server.client().post('/api/offers/accept', { token })).status, 200);
  const held = (await facilitator.get(place)).body.held.find((each: any) => each.email === 'short@time.example');
  assert.equal((await facilitator.remove(`/api/grants/${held.id}`)).status, 204);

  const { id } = await account(facilitator);
  const ended = await entry({ action: 'rights_changed' }, (each) => each.changes[0].before === `facilitator cluster ${cluster}`);
  assert.equal(ended.account_id, id);
  assert.deepEqual(ended.changes, [
    { field: 'grant', before: `facilitator cluster ${cluster}`, after: '' },
    { field: 'given_by', before: id, after: '' },
  ]);
});

test('an answer typed in for a member names the respondent for whom', async () => {
  const { respondent_id } = links[3];
  await facilitator.get(`/api/waves/${wave.id}/entries/${respondent_id}`);
  const [read] = await entries({ action: 'read', object_id: wave.id });
  assert.equal(read.on_behalf_of, respondent_id);
});

test('consent is an entry without account and address; nothing else that respondents do is one', async () => {
  const before = await entries();
  const { client } = await respondent(server, links[5]);
  const question = wave.questions.find((each: any) => each.key === 'know').id;
  await client.put(`/api/answer/questions/${question}/alters/${links[6].wave_member_id}`, { value: 1, device: 'phone', sequence: 1 });
  const consent = await entry({ object_kind: 'respondent' }, (each) => each.object_id === links[5].respondent_id);
  assert.deepEqual([consent.account_id, consent.address], [null, '']);
  assert.ok(consent.changes.some((each: any) => each.field === 'consent.facilitator' && each.after === 'given'));
  const since = (await entries()).slice(0, -before.length);
  assert.ok(since.every((each) => !each.route.includes('/api/answer/questions')));
});

test('filters narrow the list, and the table that is taken out is an entry itself', async () => {
  const today = new Date().toISOString().slice(0, 10);
  assert.ok((await entries({ from: today, to: today })).length > 0);
  assert.equal((await entries({ to: '2020-01-01' })).length, 0);
  assert.ok((await entries({ account: 'alana@m10.example' })).every((each) => each.account_name !== 'Test Person'));
  const table = await admin.get('/api/audit.csv?action=exported');
  assert.match(table.headers.get('content-disposition') ?? '', /audit\.csv/);
  assert.match(table.text.split('\r\n')[0]!, /^happened_at,action,outcome,account_id/);
  assert.equal((await entries({ action: 'exported' }))[0].route, 'GET /api/audit.csv');
});

test('the check on the screen and the command find a changed byte, and name the entry', async () => {
  assert.deepEqual((await admin.get('/api/audit/check')).body.breaks, []);
  const kept = server.command('audit', 'head', '--data', server.folder).stdout;
  assert.match(kept, /^\d{4}-\d{2}-\d{2} \S+ \d+ [0-9a-f]{64}$/m);
  const whole = server.command('audit', 'verify', '--data', server.folder);
  assert.equal(whole.status, 0, whole.stdout + whole.stderr);
  assert.match(whole.stdout, /every chain is whole/);

  const { number, id } = await entry({ action: 'signed_out' }, () => true);
  server.execute(`UPDATE audit_entries SET outcome = 'refused' WHERE number = ${number}`);
  const { breaks } = (await admin.get('/api/audit/check')).body;
  assert.deepEqual(breaks.map((each: any) => [each.number, each.id, each.fault]), [[number, id, 'changed']]);
  const broken = server.command('audit', 'verify', '--data', server.folder);
  assert.equal(broken.status, 1);
  assert.match(broken.stdout, new RegExp(`BROKEN .*entry ${number} \\(${id}\\): was changed`));
  server.execute(`UPDATE audit_entries SET outcome = 'done' WHERE number = ${number}`);
  assert.deepEqual((await admin.get('/api/audit/check')).body.breaks, []);

  // A head that was kept elsewhere and is not the chain's: somebody wrote all of it anew.
  const heads = join(server.folder, 'kept-heads.txt');
  writeFileSync(heads, kept.replace(/[0-9a-f]{64}/, 'f'.repeat(64)));
  const rewritten = server.command('audit', 'verify', '--data', server.folder, '--heads', heads);
  assert.equal(rewritten.status, 1);
  assert.match(rewritten.stdout, /is not the head that was kept/);
  assert.equal(server.command('audit', 'verify', '--data', server.folder, '--from', 'yesterday').status, 1);
});

test('the heads are mailed to the administrators, and the mail is what the chain is held against', async () => {
  server.execute("UPDATE jobs SET run_at = 0 WHERE kind = 'audit_heads'");
  const page = async (path: string) => (await server.client().get(path, { headers: { accept: 'text/html' } })).text;
  const isLetter = (row: string) => row.includes('root@konbit.example') && row.includes('Heads of the audit log');
  let row: string | undefined;
  for (let attempt = 0; attempt < 200 && !row; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    row = (await page('/dev/mail')).split('<tr').find(isLetter);
  }
  assert.ok(row, 'a letter came');
  const letter = (await page(row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)![1]!)).replace(/<[^>]*>/g, '\n');
  assert.match(letter, /^\d{4}-\d{2}-\d{2} \S+ \d+ [0-9a-f]{64}$/m);
  const file = join(server.folder, 'letter.txt');
  const verify = () => server.command('audit', 'verify', '--data', server.folder, '--heads', file);
  writeFileSync(file, letter);
  const whole = verify();
  assert.equal(whole.status, 0, whole.stdout + whole.stderr);
  writeFileSync(file, letter.replace(/ [0-9a-f]{64}$/m, ' ' + 'f'.repeat(64)));
  const rewritten = verify();
  assert.equal(rewritten.status, 1);
  assert.match(rewritten.stdout, /is not the head that was kept/);
});

/// Every route that is only read leaves an entry, or stands here with the reason why it need not.
const withoutEntry: Record<string, RegExp> = {
  'public, or what everybody may see': /^(anyone|anyone, in a demonstration|whoever may see)/,
  'own things of the account': /^(signed in|owner of|who brought|holder of)/,
  'work on the directory, whose changes are in its history':
    /^(editor of|keeper of|steward of|speaks for|administrator|who is asked|office of|answers for data of people)/,
  'figures of the own cluster, plans, the roster and its contacts':
    /^(facilitator of|reader of the cluster's totals|the member itself)/,
};

test('whatever leads to answers by name or leaves as a file is recorded', () => {
  const { stdout } = server.command('audit', 'routes');
  const routes = stdout.trim().split('\n').map((line) => line.split(' | '));
  assert.ok(routes.length > 300);
  for (const [route, policy, action] of routes as string[][]) {
    if (!route!.startsWith('GET ')) assert.notEqual(action, '-', route);
    else if (action === '-')
      assert.ok(Object.values(withoutEntry).some((reason) => reason.test(policy!)), `${route}: ${policy}`);
    if (policy === "analyst of the cluster's network") assert.notEqual(action, '-', route);
  }
});

test('members read which organizations opened their pages from outside, by role and count', async () => {
  const member = await server.as('jodie@m21.example');
  const path = `/api/clusters/${cluster}/outside_readers`;
  const counted = async () => (await member.get(path)).body;
  for (let time = 0; time < 3; time++) await admin.get(`/api/clusters/${cluster}/profiles`);
  let readings = await counted();
  for (let attempt = 0; attempt < 60 && !readings.items.some((each: any) => each.members); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    readings = await counted();
  }
  const now = new Date();
  assert.equal(readings.quarter, `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`);
  const line = readings.items.find((each: any) => each.role === 'administrator');
  assert.deepEqual([line.organization_id, line.members, line.results], [null, 1, 0], 'within an hour once');
  assert.ok(!JSON.stringify(readings).includes('Test Person'), 'never by person');

  // Her own firm is a member: what she opens is not from outside.
  await member.get(`/api/clusters/${cluster}/profiles`);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.ok((await counted()).items.every((each: any) => each.role !== 'member'));
  assert.deepEqual((await member.get(`${path}?quarter=2020-Q1`)).body.items, []);
});

test('an administrator’s password never helps: the log holds no secret that was typed today', async () => {
  const { text } = await admin.get('/api/audit.csv');
  assert.ok(!text.includes(demoPassword));
  assert.ok(!text.includes('not the right one'));
  assert.ok(!text.includes('@'), 'no e-mail address');
});

test('the heads of finished days are kept in a file beside the database', async () => {
  const head = 'a'.repeat(64);
  server.execute(`INSERT INTO audit_days (node, day, number, head) VALUES ('elsewhere', '2026-01-01', 7, '${head}')`);
  await server.restart();
  admin = await server.as('root@konbit.example');
  await entry({ action: 'signed_in' }, () => true);
  const heads = readFileSync(join(server.folder, 'audit', 'heads.txt'), 'utf8');
  assert.match(heads, /^2026-01-01 elsewhere 7 a{64}$/m);
  // Entries that a finished day had are gone, whatever was done to the table: the head is there to say so.
  const { breaks } = (await admin.get('/api/audit/check')).body;
  assert.deepEqual(breaks, [{ node: 'elsewhere', number: 7, day: '2026-01-01', id: '', fault: 'missing' }]);
});
