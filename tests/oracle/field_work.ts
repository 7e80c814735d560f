// SPDX-License-Identifier: Apache-2.0
// usage: tools/test-field-work [SEED=1] [MEMBERS=150]
// A survey as it happens: they come in random order, phones break and are changed, answers are lost on
// the way and sent again, links are replaced, some stop, some withdraw, some come too late, and the server is killed in
// the middle. A simulation keeps beside it what must be stored; in the end both are compared, row by row. Prints one
// line of JSON; fails when anything differs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Client, TestServer } from '../harness.ts';
import { expect, Member, untilAnswered, type Fate, type Named } from './member.ts';
import { Random } from './random.ts';

const size = Number(process.argv[3] ?? 150);
const atOnce = 8;
const kills = 4;
const random = new Random(Number(process.argv[2] ?? 1));

/// A cluster of so many members, with the demonstration's facilitator.
function addCluster(server: TestServer) {
  const [edges, nodes] = [join(server.folder, 'edges.csv'), join(server.folder, 'nodes.csv')];
  writeFileSync(edges, 'from,to\n1,2\n');
  const names = Array.from({ length: size }, (_, at) => `${at + 1},Firm ${at + 1}`);
  writeFileSync(nodes, ['id,name', ...names].join('\n'));
  const options = ['--data', server.folder, '--name', 'Field work', '--country', 'GD', '--facilitator', 'alana@m10.example'];
  const made = server.command('import', 'network', edges, nodes, ...options);
  if (made.status !== 0) throw new Error(made.stderr);
}

async function openWave(facilitator: Client) {
  const { items } = expect(await facilitator.get('/api/clusters?mine=true&limit=100'), 200);
  const cluster = items.find(({ name }: { name: string }) => name === 'Field work');
  const design = { title: 'Field work', is_baseline: false };
  const wave = expect(await facilitator.post(`/api/clusters/${cluster.id}/waves`, design), 201);
  expect(await facilitator.post(`/api/waves/${wave.id}/open`), 200);
  const links = expect(await facilitator.get(`/api/waves/${wave.id}/links`), 200).items;
  return { wave: wave.id as string, links: links as { wave_member_id: string; respondent_id: string; url: string }[] };
}

/// In twenty-five members one never looks, one looks only, one stops, one withdraws.
function fateOf(at: number): Fate {
  return (['silent', 'looks', 'stops', 'declines'] as const)[at % 25] ?? 'answers';
}

/// Every tie, row and state in the database, each as one line.
function stored(folder: string, wave: string): string[] {
  const database = new DatabaseSync(join(folder, 'konbit.sqlite'), { readOnly: true });
  const idOf = (column: string) =>
    `lower(substr(hex(${column}),1,8)||'-'||substr(hex(${column}),9,4)||'-'||substr(hex(${column}),13,4)||'-'||` +
    `substr(hex(${column}),17,4)||'-'||substr(hex(${column}),21))`;
  const id = typeof database.prepare('SELECT id FROM waves LIMIT 1').get()!.id === 'string' ? (name: string) => name : idOf;
  const of = `JOIN respondents r ON r.id = a.respondent_id JOIN questions q ON q.id = a.question_id WHERE ${id('r.wave_id')} = ?`;
  const read = (sql: string) => database.prepare(sql).all(wave).map((row) => Object.values(row).join(' '));
  const lines = [
    ...read(`SELECT ${id('r.wave_member_id')}, q.key, ${id('a.alter_id')}, a.value FROM answers a ${of} AND a.value IS NOT NULL`),
    ...read(`SELECT ${id('r.wave_member_id')}, q.key, a.state FROM row_states a ${of}`),
    ...read(`SELECT ${id('wave_member_id')}, state FROM respondents r WHERE ${id('r.wave_id')} = ?`),
    ...read(
      `SELECT ${id('r.wave_member_id')}, u.name, u.verdict, q.key, a.value FROM unlisted_answers a` +
        ' JOIN unlisted_organizations u ON u.id = a.unlisted_id JOIN respondents r ON r.id = u.respondent_id' +
        ` JOIN questions q ON q.id = a.question_id WHERE ${id('r.wave_id')} = ? AND u.verdict <> 'merged' AND a.value IS NOT NULL`,
    ),
  ];
  database.close();
  return lines.sort();
}

/// Eleven days pass, in which members could object.
async function waitForReplies(server: TestServer) {
  await server.kill();
  const database = new DatabaseSync(join(server.folder, 'konbit.sqlite'));
  database.exec('UPDATE waves SET closed_at = closed_at - 11 * 86400000 WHERE closed_at IS NOT NULL');
  database.close();
  await server.restart();
}

/// The same lines, as the simulation knows them. Ties of sealed questions stand in no readable row.
function expected(members: Member[], sealed: Set<string>): string[] {
  const lines = members.flatMap(({ id, truth }) => [
    ...[...truth.ties].flatMap(([key, ties]) =>
      sealed.has(key) ? [] : [...ties].map(([alter, value]) => `${id} ${key} ${alter} ${value}`),
    ),
    ...[...truth.rows].map(([key, state]) => `${id} ${key} ${state}`),
    `${id} ${truth.state}`,
    ...truth.named.flatMap(({ name, verdict, ties }) => [...ties].map(([key, value]) => `${id} ${name} ${verdict} ${key} ${value}`)),
  ]);
  return lines.sort();
}

/// The facilitator says who the named organizations are: members where the name says so, else outside, or none.
/// @return How many were made members.
async function judgeNamed(facilitator: Client, wave: string, members: Member[]): Promise<number> {
  const path = `/api/waves/${wave}/unlisted`;
  const judge = async (body: unknown) => expect(await facilitator.post(`${path}/verdicts`, body), 204);
  const all = members.flatMap(({ id, truth }) => truth.named.map((named) => ({ id, truth, named })));
  const live = all.filter(({ named }) => named.ties.size > 0);
  let merged = 0;
  for (const group of expect(await facilitator.get(path), 200).items) {
    const same = live.filter(({ named }) => group.ids.includes(named.id));
    if (same.length !== group.named_by || same.length !== group.ids.length) throw new Error(`${group.name}: ${group.named_by} members`);
    const member = group.members.find(({ label }: { label: string }) => group.name === `${label} Ltd`);
    const verdict: Named['verdict'] = group.name.endsWith('0') ? 'rejected' : 'accepted';
    await judge({ ids: group.ids, verdict: member ? 'merged' : verdict, member_id: member?.id ?? null });
    for (const { id, truth, named } of same) {
      if (!member) named.verdict = verdict;
      else if (member.id === id) named.verdict = 'rejected';
      else truth.merge(named, member.id);
    }
    if (member) merged += same.length;
  }
  const outside = expect(await facilitator.get(`/api/waves/${wave}/outside`), 200).items[0];
  const counted = live.filter(({ truth, named }) => truth.named.includes(named) && named.verdict === 'accepted');
  if (outside.ties !== counted.length) throw new Error(`${outside.ties} ties outside, not ${counted.length}`);
  return merged;
}

const without = (all: string[], some: string[]) => {
  const known = new Set(some);
  return all.filter((line) => !known.has(line));
};

const server = await TestServer.start(['--demo', '--requests-per-minute', '1000000000']);
try {
  addCluster(server);
  const facilitator = await server.as('alana@m10.example');
  const { wave, links } = await openWave(facilitator);
  const members = links.map((link, at) => new Member(server, link.wave_member_id, () => link.url, fateOf(at), random));
  const sent = () => members.reduce((sum, { used }) => sum + used.reduce((all, phone) => all + phone.sent, 0), 0);
  const repeated = () => members.reduce((sum, { used }) => sum + used.reduce((all, phone) => all + phone.repeated, 0), 0);

  // The server dies whenever so many more changes were sent, while others wait for their answers.
  let killed = 0;
  let dying: Promise<void> | undefined;
  async function dieNowAndThen() {
    if (killed < kills && sent() > 550 * (killed + 1)) {
      killed++;
      dying = server.kill().then(() => server.restart());
    }
    await dying;
  }

  let lockedOut = 0;
  const replacing = new Set(random.some(links, 8));
  async function replaceLink(member: Member, link: (typeof links)[number]) {
    if (!replacing.delete(link)) return;
    const path = `/api/waves/${wave}/links/${link.respondent_id}/reissue`;
    link.url = expect(await untilAnswered(facilitator, 'POST', path), 200).url;
    if (await member.isLockedOut()) lockedOut++;
    await member.changePhone();
  }

  const queue = random.some(members, members.length);
  async function attend() {
    for (let member = queue.pop(); member; member = queue.pop()) {
      const who = member;
      const link = links[members.indexOf(who)]!;
      await who.takePart(async () => {
        void dieNowAndThen();
        await replaceLink(who, link);
      });
    }
  }
  await Promise.all(Array.from({ length: atOnce }, attend));
  await dying;

  await Promise.all(members.map((member) => member.repeatNamed()));
  const merged = await judgeNamed(facilitator, wave, members);
  await Promise.all(random.some(members, 20).map((member) => member.repeatNamed()));
  expect(await facilitator.post(`/api/waves/${wave}/close`), 200);
  const late = await Promise.all(members.filter(({ fate }) => fate === 'stops').map((member) => member.triesTooLate()));

  await waitForReplies(server);
  expect(await facilitator.post(`/api/waves/${wave}/freeze`), 200);
  const report = () => facilitator.get(`/api/waves/${wave}/network`).then((answer) => expect(answer, 200));
  const { questions, response, input_hash } = await report();
  const isSealed = ({ sensitivity }: { sensitivity: string }) => sensitivity === 'sealed';
  const sealed = new Set<string>(questions.filter(isSealed).map(({ key }: { key: string }) => key));
  const [is, must] = [stored(server.folder, wave), expected(members, sealed)];
  const [missing, surplus] = [without(must, is), without(is, must)];

  // What the facilitator reads is counted from the answers, and of sealed questions nothing else can be checked.
  // Below 65% of the rows an open question has an interval only (engine/survey/disclosure.hpp).
  const isReported = (key: string, rows: number) => sealed.has(key) || rows >= 0.65 * size;
  let densities = 0;
  let wronglyShown = 0;
  const wrongSums = questions.flatMap(({ key, observed_rows, figures }: any) => {
    const rows = members.filter(({ truth }) => truth.isAnswered(key));
    const ties = rows.reduce((sum, { truth }) => sum + truth.tiesOf(key).size, 0);
    const density = figures.find(({ id }: { id: string }) => id === 'density').value;
    if (density !== null) densities++;
    if ((density !== null) !== isReported(key, rows.length)) wronglyShown++;
    const isFar = density !== null && Math.abs(density - ties / (rows.length * (size - 1))) > 1e-9;
    return isFar || observed_rows !== rows.length ? [{ key, observed_rows, rows: rows.length, density, ties }] : [];
  });
  await server.restart();
  const isSettled = (await report()).input_hash === input_hash;

  const verdict = {
    members: size,
    answered: response.answered,
    requests: sent(),
    repeated: repeated(),
    phones: members.reduce((sum, { used }) => sum + used.length, 0),
    links_replaced: lockedOut,
    named_and_merged: merged,
    kills: killed,
    late_refused: late.filter(Boolean).length,
    lines: must.length,
    missing: missing.length,
    surplus: surplus.length,
    densities,
    wrongly_shown: wronglyShown,
    wrong_sums: wrongSums.length,
    same_after_freezing: isSettled,
  };
  console.log(JSON.stringify(verdict));
  for (const line of [...missing.slice(0, 5).map((each) => `missing: ${each}`), ...surplus.slice(0, 5).map((each) => `surplus: ${each}`)])
    console.error(line);
  for (const wrong of wrongSums) console.error(JSON.stringify(wrong));
  const good = isSettled && missing.length + surplus.length + wrongSums.length === 0 && late.every(Boolean) && wronglyShown === 0;
  process.exitCode = good && killed === kills && lockedOut > 0 && merged > 0 ? 0 : 1;
} finally {
  await server.stop();
}
