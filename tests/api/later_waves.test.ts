// SPDX-License-Identifier: Apache-2.0
// A second wave of the same survey: what it takes over from the first, and what it tells of the change.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { facilitated, openWave, respondent, visitor } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
let first: any;
let second: any;

async function opened(title: string): Promise<any> {
  const { wave, links } = await openWave(facilitator, cluster, title);
  return { ...wave, links };
}

const question = (wave: any, key: string) => wave.questions.find((each: any) => each.key === key).id;

async function open(wave: any, place: number): Promise<{ client: Client; page: any }> {
  const client = await visitor(server, wave.links[place]);
  return { client, page: (await client.get('/api/answer?device=phone')).body };
}

const agreed = (wave: any, place: number) => respondent(server, wave.links[place]);

let sequence = 0;
const tap = (client: Client, wave: any, key: string, alter: string, value: number | null) =>
  client.put(`/api/answer/questions/${question(wave, key)}/alters/${alter}`, {
    value,
    device: 'phone',
    sequence: ++sequence,
  });
const sealed = (client: Client, wave: any, alter: string) =>
  client.put(`/api/answer/questions/${question(wave, 'competitor')}`, {
    state: 'answered',
    values: [{ alter_id: alter, value: 1 }],
    device: 'phone',
    sequence: ++sequence,
  });
const named = (page: any, label: string) => page.roster.find((member: any) => member.label === label);

/// Of the first ten members, each by its place: whom it knew, the two that stand first on its list.
const known = new Map<number, string[]>();

before(async () => {
  server = await TestServer.start();
  ({ facilitator, cluster } = await facilitated(server));
  first = await opened('First year');
  for (let place = 0; place < 10; place++) {
    const { client, page } = await agreed(first, place);
    const [one, other] = page.roster;
    known.set(place, [one.label, other.label]);
    await tap(client, first, 'know', one.id, 1);
    await tap(client, first, 'know', other.id, 1);
    await tap(client, first, 'communicate', one.id, 2);
    await sealed(client, first, other.id);
    assert.equal((await client.post('/api/answer/finish')).status, 200);
  }
  await facilitator.post(`/api/waves/${first.id}/close`);
  second = await opened('Second year');
});
after(() => server?.stop());

/// Who is asked with the ticks of last time; about one in ten is not.
async function prefilled(from = 0): Promise<{ place: number; client: Client; page: any }> {
  for (let place = from; place < 10; place++) {
    const found = await agreed(second, place);
    if (found.page.last_time) return { place, ...found };
  }
  throw new Error('all ten were drawn for the control');
}

test('a first wave knows of no last time, invented answers make none', async () => {
  const { page } = await open(second, 20);
  assert.equal(page.last_time, null);
});

test('whom one knew is ticked in advance, once agreed; nothing else is, and nothing sealed comes back', async () => {
  const { place, client, page } = await prefilled();
  const ids = known.get(place)!.map((label) => named(page, label).id);
  assert.deepEqual([...page.last_time.known].sort(), [...ids].sort());
  assert.deepEqual(page.last_time.answers, [
    { question_id: question(second, 'communicate'), alter_id: ids[0], value: 2 },
  ]);
  const now = (await client.get('/api/answer?device=phone')).body;
  assert.deepEqual(
    now.answers.map((each: any) => [each.question_id, each.alter_id]).sort(),
    ids.map((id) => [question(second, 'know'), id]).sort(),
  );
  const competitor = question(second, 'competitor');
  assert.ok(![...now.answers, ...now.last_time.answers].some((each: any) => each.question_id === competitor));
  assert.equal(now.questions.find((each: any) => each.id === question(second, 'know')).state, 'partial');
});

test('the report counts untouched ticks, and tells who joined and left', async () => {
  const { place, client, page } = await prefilled();
  const [kept, lost] = known.get(place)!.map((label) => named(page, label).id);
  await tap(client, second, 'know', lost!, null);
  await tap(client, second, 'know', page.roster[5].id, 1);
  assert.equal((await client.post('/api/answer/finish')).status, 200);
  const { body } = await facilitator.get(`/api/waves/${second.id}/change`);
  assert.equal(body.turnover.since.title, 'First year');
  assert.deepEqual([body.turnover.joined, body.turnover.left, body.common], [[], [], 28]);
  const change = body.questions.find((each: any) => each.key === 'know');
  assert.deepEqual(
    [change.kept, change.lost, change.gained, change.untouched],
    [1, 1, 1, 1],
    `${kept} is kept`,
  );
  assert.deepEqual([change.respondents, change.comparable], [1, 27]);
  assert.deepEqual([change.jaccard, change.jaccard_touched], [1 / 3, 0]);
  assert.ok(!body.questions.some((each: any) => each.key === 'competitor' || each.key === 'sensitive'));
  assert.equal(body.anchoring.is_withheld, true);
  assert.equal(body.anchoring.control.share, null);
});

test('who is drawn for the control stays so, and every tenth or so is', async () => {
  const drawn = async () => {
    const pages = [];
    for (let place = 0; place < 10; place++) pages.push((await open(second, place)).page.last_time === null);
    return pages;
  };
  const once = await drawn();
  assert.deepEqual(await drawn(), once);
  assert.ok(once.filter(Boolean).length < 8);
});

test('the desk of the wave tells the turnover since the wave before', async () => {
  const { body } = await facilitator.get(`/api/waves/${second.id}/cockpit`);
  assert.equal(body.turnover.since.title, 'First year');
});

test('nobody but the facilitator of the cluster reads the change', async () => {
  for (const other of [server.client(), await server.as('jodie@m21.example')])
    assert.equal((await other.get(`/api/waves/${second.id}/change`)).status, 404);
});
