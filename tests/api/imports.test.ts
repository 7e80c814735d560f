// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Client, TestServer, demoPassword } from '../harness.ts';
import { workbook } from '../workbook.ts';

let server: TestServer;
let facilitator: Client;
let editor: Client; // of every country
let cluster: string; // a new one, empty

const members = readFileSync(new URL('../../data/demo/members.csv', import.meta.url));

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('renata@region.example');
  const made = await facilitator.post('/api/clusters', { name: 'Import Test', country_code: 'GD' });
  assert.equal(made.status, 201, made.text);
  cluster = made.body.id;
  const words = ['user', 'add', '--data', server.folder, '--email', 'desk@test.example', '--name', 'Desk'];
  words.push('--role', 'regional_editor', '--scope', 'platform', '--password', demoPassword);
  assert.equal(server.command(...words).status, 0);
  editor = await server.as('desk@test.example');
});
after(() => server.stop());

const raw = (bytes: string | Uint8Array) => ({ raw: { type: 'application/octet-stream', bytes } });

async function bring(client: Client, path: string, bytes: string | Uint8Array) {
  const made = await client.post(`${path}?file_name=list.csv`, undefined, raw(bytes));
  assert.equal(made.status, 201, made.text);
  return made.body;
}
const bringRoster = (bytes: string | Uint8Array) => bring(facilitator, `/api/clusters/${cluster}/imports`, bytes);
const bringOrganizations = (bytes: string | Uint8Array) => bring(editor, '/api/imports', bytes);

const rowsOf = async (client: Client, id: string, show = 'all') =>
  (await client.get(`/api/imports/${id}/rows?show=${show}`)).body.items;

async function until(client: Client, id: string, wanted: string) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { body } = await client.get(`/api/imports/${id}`);
    if (body.state === wanted) return body;
    assert.ok(['running', 'undoing'].includes(body.state), `${body.state}: ${body.failure}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not ${wanted}`);
}

async function run(client: Client, id: string) {
  const started = await client.post(`/api/imports/${id}/start`);
  assert.equal(started.status, 200, started.text);
  return until(client, id, 'done');
}

async function undo(client: Client, id: string) {
  const begun = await client.post(`/api/imports/${id}/undo`);
  assert.equal(begun.status, 200, begun.text);
  return until(client, id, 'undone');
}

const find = async (q: string) => (await editor.get(`/api/organizations?q=${encodeURIComponent(q)}`)).body.items;

test('a table of organizations is shown, corrected, written, reported and undone', async () => {
  const seen = await bringOrganizations(
    'Company;Pays;Site;Note\nSoufriere Kiln Works;Sainte-Lucie;kiln.lc;x\nAtlantis Salt;Atlantis;;y\n',
  );
  assert.deepEqual(
    seen.columns.map((column: any) => column.target),
    ['name', 'country', 'website', null],
  );
  assert.equal(seen.counts.blocked, 1);
  const [kiln, salt] = await rowsOf(editor, seen.id);
  assert.equal(kiln.understood.country, 'LC');
  assert.equal(kiln.understood.website, 'https://kiln.lc');
  assert.deepEqual(salt.problems.map((each: any) => `${each.target} ${each.code}`), ['country unknown_country']);
  assert.equal((await editor.post(`/api/imports/${seen.id}/start`)).status, 409);

  const corrected = await editor.put(`/api/imports/${seen.id}/rows/3`, { corrections: { country: 'Grenada' } });
  assert.equal(corrected.status, 200, corrected.text);
  assert.equal(corrected.body.is_blocked, false);
  const done = await run(editor, seen.id);
  assert.equal(done.counts.create, 2);
  assert.equal((await find('Soufriere Kiln')).length, 1);

  const report = await editor.get(`/api/imports/${seen.id}/report.csv`);
  assert.match(report.text, /Soufriere Kiln Works/);
  assert.match(report.text, /Created/);
  const workbook = await editor.get(`/api/imports/${seen.id}/report.xlsx`);
  assert.match(workbook.headers.get('content-type')!, /spreadsheetml/);

  const desk = (await editor.get('/api/desk')).body.removals;
  const undone = await undo(editor, seen.id);
  assert.equal(undone.counts.kept, 0);
  assert.equal((await find('Soufriere Kiln')).length, 0);

  // The desk has one line for both, with the way to the report, and each comes back from it.
  assert.equal((await editor.get('/api/desk')).body.removals, desk + 1);
  const batchOf = async (client: Client) =>
    (await client.get('/api/removals/batches')).body.items.find((each: any) => each.id === seen.id);
  const batch = await batchOf(editor);
  assert.deepEqual([batch.organizations, batch.author, batch.file_name, batch.has_report], [2, 'Desk', 'list.csv', true]);
  const alone = (await editor.get('/api/removals?limit=200')).body.items;
  assert.ok(!alone.some((each: any) => each.batch_id));
  const removed = (await editor.get(`/api/removals?batch_id=${seen.id}`)).body.items;
  assert.equal(removed.length, 2);
  const kilnGone = removed.find((each: any) => each.record_name === 'Soufriere Kiln Works');
  assert.equal((await editor.post(`/api/changes/${kilnGone.id}/undo`)).status, 204);
  assert.equal((await batchOf(editor)).organizations, 1);
  const officer = await server.as('claudia@gd.example');
  assert.equal((await batchOf(officer)).has_report, false, 'the report is for whoever made the import');
});

test('a facilitator who takes a new member back finds the roster as it was', async () => {
  const alana = await server.as('alana@m10.example');
  const own = (await alana.get('/api/clusters?mine=true')).body.items[0].id;
  const labels = async () =>
    (await alana.get(`/api/clusters/${own}/members?limit=100`)).body.items.map((each: any) => each.label);
  const before = await labels();
  const table = 'name,country,contact_name,email\nQuite New Kiln,Grenada,Ada Pierre,ada@kiln.example\n';
  const seen = await bring(alana, `/api/clusters/${own}/imports`, table);
  await run(alana, seen.id);
  assert.equal((await labels()).length, before.length + 1);
  const undone = await undo(alana, seen.id);
  assert.deepEqual([undone.counts.kept, await labels()], [0, before]);
});

test('what is only alike waits for a decision, however alike it is', async () => {
  const seen = await bringOrganizations('name,kind,country\nConcord Valley Chocolates Limited,firm,Grenada\n');
  const [row] = await rowsOf(editor, seen.id);
  assert.deepEqual(row.problems.map((each: any) => each.code), ['maybe_duplicate']);
});

test('undo keeps what was edited since and lists it', async () => {
  const seen = await bringOrganizations('name,country\nGrand Roy Looms,GD\nGrand Roy Kilns,GD\n');
  await run(editor, seen.id);
  const [looms] = await find('Grand Roy Looms');
  const edited = await editor.patch(`/api/organizations/${looms.id}`, { locality: 'Grand Roy' }, looms.version);
  assert.equal(edited.status, 200, edited.text);
  const undone = await undo(editor, seen.id);
  assert.equal(undone.counts.kept, 1);
  const kept = await rowsOf(editor, seen.id, 'kept');
  assert.deepEqual(kept.map((row: any) => [row.organization, row.problems.at(-1).code]), [['Grand Roy Looms', 'edited_since']]);
  assert.equal((await find('Grand Roy Looms')).length, 1);
  assert.equal((await find('Grand Roy Kilns')).length, 0);
});

test('an update is undone to what the record said before', async () => {
  await run(editor, (await bringOrganizations('name,country,place\nMorne Rouge Ices,GD,Morne Rouge\n')).id);
  const change = await bringOrganizations('name,country,place\nMorne Rouge Ices Ltd,GD,Grand Anse\n');
  const [row] = await rowsOf(editor, change.id);
  assert.equal(row.action, 'update');
  assert.deepEqual(row.replaced, { locality: 'Morne Rouge', name: 'Morne Rouge Ices' });
  await run(editor, change.id);
  assert.equal((await find('Morne Rouge Ices'))[0].locality, 'Grand Anse');
  await undo(editor, change.id);
  const [ices] = await find('Morne Rouge Ices');
  assert.deepEqual([ices.name, ices.locality], ['Morne Rouge Ices', 'Morne Rouge']);
});

test('what columns were taken for is remembered for their heading', async () => {
  const list = 'Who,Where,When\nPearls Salt Pans,GD,3/4/2020\n';
  const seen = await bringOrganizations(list);
  const columns = seen.columns.map((column: any, i: number) => ({ ...column, target: ['name', 'country', 'as_of'][i] }));
  const changed = await editor.patch(`/api/imports/${seen.id}`, { columns }, seen.version);
  assert.equal(changed.status, 200, changed.text);
  assert.equal(changed.body.columns[2].asks_date_order, true);
  assert.equal((await rowsOf(editor, seen.id))[0].problems[0].code, 'which_date_order');
  changed.body.columns[2].date_order = 'month_first';
  const settled = await editor.patch(`/api/imports/${seen.id}`, { columns: changed.body.columns }, changed.body.version);
  assert.equal((await rowsOf(editor, seen.id))[0].understood.as_of, '2020-03-04');
  assert.equal(settled.body.counts.blocked, 0);
  await run(editor, seen.id);
  const again = await bringOrganizations(list);
  assert.deepEqual(again.columns.map((column: any) => [column.target, column.basis]), [
    ['name', 'remembered'],
    ['country', 'remembered'],
    ['as_of', 'remembered'],
  ]);
  assert.equal((await rowsOf(editor, again.id))[0].action, 'unchanged');
});

test('an editor of one country brings organizations of that country only', async () => {
  const officer = await server.as('francine@m27.example');
  const seen = await bring(officer, '/api/imports', 'name,country\nHere Ltd,GD\nThere Ltd,DM\nElsewhere,BZ\n');
  const codes = (await rowsOf(officer, seen.id)).map((row: any) => row.problems.map((each: any) => each.code));
  assert.equal(codes.filter((each: string[]) => each.includes('other_country')).length, 2);
  assert.equal((await editor.get(`/api/imports/${seen.id}`)).status, 404, 'nobody else sees it');
});

test('a member list links the directory, and comes back unchanged as CSV and as a workbook', async () => {
  const seen = await bringRoster(members);
  assert.equal(seen.encoding, 'windows-1252');
  assert.equal(seen.counts.link, 28);
  assert.equal(seen.counts.create, 0);
  const repeated = (await rowsOf(facilitator, seen.id)).find((row: any) => row.duplicates[0]?.number);
  assert.equal(repeated.action, 'skip');
  await run(facilitator, seen.id);
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/members`)).body.items.length, 28);

  for (const kind of ['csv', 'xlsx']) {
    const file = await facilitator.get(`/api/clusters/${cluster}/roster.${kind}`);
    const back = await bringRoster(file.bytes);
    assert.equal(back.format, kind);
    assert.equal(back.counts.unchanged, 28, `${kind}: ${JSON.stringify(back.counts)}`);
  }
  // Typed into a form, a telephone is stored as it was typed; the table still says nothing new.
  const [member] = (await facilitator.get(`/api/clusters/${cluster}/members`)).body.items;
  const typed = { contact_phone: '(473) 555-0199' };
  assert.equal((await facilitator.patch(`/api/memberships/${member.id}`, typed, member.version)).status, 200);
  const file = await facilitator.get(`/api/clusters/${cluster}/roster.csv`);
  assert.ok(file.text.includes('(473) 555-0199'));
  assert.equal((await bringRoster(file.text)).counts.unchanged, 28);

  const undone = await undo(facilitator, seen.id);
  assert.equal(undone.counts.kept, 1, 'the one that was edited since');
  const [kept] = (await facilitator.get(`/api/clusters/${cluster}/members`)).body.items;
  assert.equal(kept.contact_phone, typed.contact_phone);
  assert.equal((await facilitator.remove(`/api/memberships/${kept.id}`, kept.version)).status, 204);
});

test('a member list is looked at in its own encoding, and its formulas never leave the file', async () => {
  const seen = await bringRoster(members);
  assert.deepEqual([seen.encoding, seen.delimiter, seen.counts.rows], ['windows-1252', ',', 29]);
  const rows = await rowsOf(facilitator, seen.id);
  const formula = rows.flatMap((row: any) => row.problems).find((each: any) => each.code === 'formula_removed');
  assert.deepEqual([formula.target, formula.blocks], ['locality', false]);
  assert.doesNotMatch(JSON.stringify(rows.map((row: any) => row.understood)), /HYPERLINK/);
  const repeated = rows.find((row: any) => row.duplicates[0]?.number);
  assert.equal(repeated.duplicates[0].name, 'Concord Valley Chocolate');
  assert.equal(seen.counts.blocked, 0);
});

test('a row with a problem stops the whole list until it is left out, and a list without names says so', async () => {
  const list = 'name,country,email\nGood Spices,Grenada W.I.,a@b.example\nBad Spices,Atlantis,nobody\n';
  const seen = await bringRoster(list);
  const [, bad] = await rowsOf(facilitator, seen.id);
  assert.deepEqual(
    bad.problems.filter((each: any) => each.blocks).map((each: any) => `${each.target} ${each.code}`),
    ['country unknown_country', 'email not_an_email'],
  );
  assert.equal((await facilitator.post(`/api/imports/${seen.id}/start`)).body.reason, 'rows_blocked');
  const membersNow = async () => (await facilitator.get(`/api/clusters/${cluster}/members`)).body.items;
  assert.equal((await membersNow()).length, 0);
  await facilitator.put(`/api/imports/${seen.id}/rows/3`, { choice: 'skip' });
  const { counts } = await run(facilitator, seen.id);
  assert.deepEqual([counts.create, counts.skip, (await membersNow()).length], [1, 1, 1]);

  const nameless = await bringRoster('country\nGD\n');
  assert.equal((await rowsOf(facilitator, nameless.id))[0].problems[0].code, 'required');
});

test('what a roster brought along is not public, and empty cells change nothing', async () => {
  const { body } = await server.client().get('/api/organizations?q=good%20spices');
  assert.deepEqual(body.items, []);
  assert.equal((await server.client().get('/organizations/good-spices')).status, 404);

  await run(facilitator, (await bringRoster('name,email,phone\nGood Spices,,473 555 0199\n')).id);
  const [member] = (await facilitator.get(`/api/clusters/${cluster}/members`)).body.items;
  assert.deepEqual([member.contact_email, member.contact_phone], ['a@b.example', '+14735550199']);
});

test('a table sent again with its key is read once', async () => {
  const send = () =>
    facilitator.post(`/api/clusters/${cluster}/imports`, undefined, {
      ...raw('name\nOnce Only\n'), headers: { 'idempotency-key': 'roster-import-0001' },
    });
  const first = await send();
  assert.equal((await send()).body.id, first.body.id);
});

test('who asked to be erased is not brought back by an old list, unless asked again', async () => {
  const old = 'name,contact_name,email,phone\nMorne Jaloux Looms,Eda Weaver,eda@weaver.example,473 440 1111\n';
  await run(facilitator, (await bringRoster(old)).id);
  const people = async () =>
    (await facilitator.get(`/api/clusters/${cluster}/people`)).body.items.filter((each: any) => each.name === 'Eda Weaver');
  const member = async () =>
    (await facilitator.get(`/api/clusters/${cluster}/members`)).body.items.find((each: any) => each.label === 'Morne Jaloux Looms');
  const [eda] = await people();
  const receipt = await facilitator.post(`/api/people/${eda.id}/erase`, undefined, {
    headers: { 'if-match': `"${eda.version}"` },
  });
  assert.ok(receipt.status < 300, receipt.text);
  assert.ok(receipt.body.stays.includes('mark'));
  assert.equal((await member()).contact_email, null);

  const again = await bringRoster(old);
  const [row] = await rowsOf(facilitator, again.id);
  assert.deepEqual(Object.keys(row.understood), ['name']);
  const remark = row.problems.find((each: any) => each.code === 'erased_on_request');
  assert.deepEqual([remark.blocks, remark.params.date.length], [false, 10]);
  assert.equal(row.action, 'unchanged');

  const added = await facilitator.post(`/api/clusters/${cluster}/members`, {
    organization: { name: 'Another Loom Entirely', country_code: 'GD' }, contact_email: 'EDA@weaver.example',
  });
  assert.deepEqual([added.status, added.body.reason], [409, 'erased_on_request']);

  const asked = await facilitator.put(`/api/imports/${again.id}/rows/2`, { asks_again: true });
  assert.equal(asked.body.understood.email, 'eda@weaver.example');
  await run(facilitator, again.id);
  assert.equal((await member()).contact_email, 'eda@weaver.example');
  assert.equal((await people())[0].consent, 'not_asked');
  assert.equal((await rowsOf(facilitator, (await bringRoster(old)).id))[0].understood.email, 'eda@weaver.example');
});

test('the whole profile of an organization goes out and comes back', async () => {
  const made = await editor.post('/api/organizations', {
    name: 'Round Trip Works', kind: 'firm', country_code: 'GD', names: { fr: 'Ateliers Aller-Retour' },
    legal_form: 'friendly society', sector: '10', further_sectors: ['46'], markets: ['BB', 'DE'], languages: ['en'],
    services: [{ name: { en: 'Drying; roasting' }, detail: {} }],
    certificates: [{ name: 'HACCP', issuer: null, valid_until: '2027-05-01', url: null }],
  });
  assert.equal(made.status, 201, made.text);
  const file = (await editor.get('/api/exports/organizations.csv')).text;
  const [header, line] = [file.split('\r\n')[0], file.split('\r\n').find((each) => each.includes('Round Trip Works'))!];
  assert.match(line, /Ateliers Aller-Retour/);
  assert.match(line, /HACCP \|  \| 2027-05-01/);
  assert.equal((await rowsOf(editor, (await bringOrganizations(`${header}\r\n${line}\r\n`)).id))[0].action, 'unchanged');

  const change = await bringOrganizations('name,country,markets,certificates\nRound Trip Works,GD,Trinidad and Tobago; BB,HACCP\n');
  await run(editor, change.id);
  const now = (await editor.get(`/api/organizations/${made.body.id}`)).body;
  assert.deepEqual(now.markets, ['TT', 'BB']);
  assert.equal(now.certificates[0].valid_until, null);
  await undo(editor, change.id);
  const before = (await editor.get(`/api/organizations/${made.body.id}`)).body;
  assert.deepEqual([before.markets, before.certificates[0].valid_until], [['BB', 'DE'], '2027-05-01']);
});

test('another sheet of a workbook is read when it is named', async () => {
  const book = raw(workbook([
    { name: 'Read me', rows: [['Please fill in the next sheet'], ['Thank you']] },
    { name: 'Firms', rows: [['name', 'country'], ['Sheet Two Works', 'Grenada']] },
  ]));
  const first = await editor.post('/api/imports', undefined, book);
  assert.equal(first.status, 201, first.text);
  assert.deepEqual([first.body.sheet, first.body.other_sheets], ['Read me', ['Firms']]);
  const second = await editor.post('/api/imports?sheet=Firms', undefined, book);
  assert.deepEqual([second.body.sheet, second.body.other_sheets], ['Firms', ['Read me']]);
  assert.equal((await rowsOf(editor, second.body.id))[0].understood.country, 'GD');
  const refused = await editor.post('/api/imports?sheet=Nowhere', undefined, book);
  assert.equal(refused.body.errors[0].code, 'no_such_sheet');
});

test('an import that is written cannot be cancelled, and one that is not can', async () => {
  const seen = await bringOrganizations('name,country\nTelescope Ropes,GD\n');
  await run(editor, seen.id);
  assert.equal((await editor.post(`/api/imports/${seen.id}/cancel`)).status, 409);

  const large = ['name,country'];
  for (let i = 0; i < 400; i++) large.push(`Cancelled ${i.toString(26)}x${i * 7919} Works,GD`);
  const second = await bringOrganizations(large.join('\n'));
  const before = (await editor.get('/api/organizations?limit=1&count=true')).body.count;
  assert.equal((await editor.post(`/api/imports/${second.id}/start`)).status, 200);
  const stopped = await editor.post(`/api/imports/${second.id}/cancel`);
  const after = (await editor.get('/api/organizations?limit=1&count=true')).body.count;
  // Either the cancellation came first and nothing is there, or it came too late and everything is.
  if (stopped.status === 200) {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal((await editor.get('/api/organizations?limit=1&count=true')).body.count, before);
  } else {
    assert.equal(after, before + 400);
  }
});

test('what is no table is refused with a reason', async () => {
  for (const [bytes, code] of [
    ['PK\u0003\u0004 broken', 'not_a_workbook'],
    ['name\n', 'no_rows'],
    ['name\n"open', 'unclosed_quote'],
  ] as const) {
    const { status, body } = await editor.post('/api/imports', undefined, raw(bytes));
    assert.equal(status, 422);
    assert.equal(body.errors[0].code, code);
  }
});
