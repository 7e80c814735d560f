// SPDX-License-Identifier: Apache-2.0
// What can be read of a wave, by everybody, at every stage of its life: held against a table that was written by hand.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { answerCanaries, answering, agreeing, draftWave, expect, waitForReplies, type Canaries } from './survey.ts';
import { actors, makeWorld, type Actor, type World } from './world.ts';

/// Kinds of things that can be read of a wave.
type Sight =
  | 'roster' // who is asked, and how far each came
  | 'links' // the personal links
  | 'open ties' // who knows whom, by name
  | 'agreed ties' // limited answers by name, of those who agreed
  | 'withheld ties' // limited answers by name, of those who did not
  | 'withheld totals' // the same in figures
  | 'sealed totals'
  | 'sealed ties'
  | 'frozen hash';

const stages = ['draft', 'open', 'closed', 'frozen', 'published', 'withdrawn', 'objected'] as const;
type Stage = (typeof stages)[number];

/// Written by hand. Whoever is not in it reads nothing, at any stage.
const facilitatorReads: Record<Stage, Sight[]> = {
  draft: ['roster', 'links'],
  open: ['roster', 'links', 'open ties', 'agreed ties'],
  closed: ['roster', 'links', 'open ties', 'agreed ties'],
  frozen: ['roster', 'links', 'open ties', 'agreed ties', 'withheld totals', 'sealed totals', 'frozen hash'],
  published: ['roster', 'links', 'open ties', 'agreed ties', 'withheld totals', 'sealed totals', 'frozen hash'],
  // One member took its answers back, then another objected to being listed: totals could be told by subtraction.
  withdrawn: ['roster', 'links', 'open ties', 'agreed ties', 'frozen hash'],
  objected: ['roster', 'links', 'open ties', 'agreed ties', 'frozen hash'],
};

/// Who withdrew, and who objected, by place among those who answered.
const withdrawing = 0;
const objecting = 1;

const title = 'Kanariwave';
let world: World;
let id: string;
let canaries: Canaries | undefined;

before(async () => {
  world = await makeWorld();
  id = (await draftWave(world.clients.facilitator_own, world.ids.cluster_id!, title)).id;
});
after(() => world?.server.stop());

/// Every address below which something of a wave could stand.
const addresses = () => [
  `/api/clusters/${world.ids.cluster_id}/waves`,
  ...['', '/design', '/cockpit', '/links', '/links.csv', '/network', '/story', '/change', '/timeline', '/comparison', '/network.csv?question=know&purpose=facilitation', '/exports'].map((path) => `/api/waves/${id}${path}`),
  ...['know', 'communicate', 'sensitive', 'competitor', 'worked_together'].map((key) => `/api/waves/${id}/ties.csv?question=${key}&purpose=facilitation`),
  ...['know', 'communicate', 'sensitive'].flatMap((key) => ['json', 'gexf'].map((format) => `/api/waves/${id}/network_file?question=${key}&purpose=facilitation&format=${format}`)),
  `/waves/${id}/who-sees-what`,
];

/// Whether some row of the respondents from..to appears as a tie to that alter.
function showsTies(network: any, key: string, alter: string, from: number, to: number): boolean {
  const givers = new Set(canaries!.links.slice(from, to).map((link: any) => link.wave_member_id));
  return network.map.ties.some((tie: any) => tie.question === key && tie.to === alter && givers.has(tie.from));
}

function sightsInNetwork(network: any): Sight[] {
  const { alters } = canaries!;
  const question = (key: string) => network.questions.find((each: any) => each.key === key);
  const hasValues = (key: string) => question(key).figures.some((figure: any) => figure.value !== null);
  const isSealed = (tie: any) => tie.question === 'sensitive' || tie.question === 'competitor';
  const shown: [Sight, boolean][] = [
    ['open ties', showsTies(network, 'know', alters[0]!, 0, answering)],
    ['agreed ties', showsTies(network, 'communicate', alters[1]!, 0, agreeing)],
    ['withheld ties', showsTies(network, 'communicate', alters[1]!, agreeing, answering)],
    ['withheld totals', question('communicate').observed_rows > agreeing],
    ['sealed totals', hasValues('sensitive')],
    ['sealed ties', network.map.ties.some(isSealed)],
    ['frozen hash', Boolean(network.frozen?.is_intact)],
  ];
  return shown.filter(([, is]) => is).map(([sight]) => sight);
}

/// Everything that one visitor can make out of the wave.
async function sightsOf(actor: Actor): Promise<Sight[]> {
  const client = world.clients[actor];
  const wave = await client.get(`/api/waves/${id}`);
  const links = await client.get(`/api/waves/${id}/links`);
  const network = await client.get(`/api/waves/${id}/network`);
  const sights: Sight[] = [];
  if (wave.status === 200 && wave.body.members.length > 0) sights.push('roster');
  if (links.status === 200 && links.body.items.length > 0) sights.push('links');
  return network.status === 200 && canaries ? [...sights, ...sightsInNetwork(network.body)] : sights;
}

const steps: Record<Stage, () => Promise<void>> = {
  draft: async () => {},
  open: async () => {
    canaries = await answerCanaries(world.server, world.clients.facilitator_own, id);
  },
  closed: async () => {
    expect(await world.clients.facilitator_own.post(`/api/waves/${id}/close`), 200);
  },
  frozen: async () => {
    waitForReplies(world.server);
    expect(await world.clients.facilitator_own.post(`/api/waves/${id}/freeze`), 200);
  },
  published: async () => {
    expect(await world.clients.facilitator_own.post(`/api/waves/${id}/publish`), 200);
  },
  withdrawn: async () => {
    expect(await canaries!.respondents[withdrawing]!.post('/api/rights/withdraw'), 204);
  },
  objected: async () => {
    expect(await canaries!.respondents[objecting]!.post('/api/rights/object'), 204);
  },
};

/// Names that nobody may read any more at a stage.
function goneAt(stage: Stage): string[] {
  const gone = { withdrawn: [withdrawing], objected: [withdrawing, objecting] }[stage as string] ?? [];
  return gone.map((at) => canaries!.links[at].label);
}

for (const stage of stages) {
  test(`${stage}: everybody reads what the table says, and nothing else`, async () => {
    await steps[stage]();
    for (const actor of actors) {
      const wanted = actor === 'facilitator_own' ? facilitatorReads[stage] : [];
      assert.deepEqual(await sightsOf(actor), wanted, actor);
    }
  });

  test(`${stage}: nobody but its facilitator learns that the wave is there`, async () => {
    for (const actor of actors) {
      if (actor === 'facilitator_own') continue;
      for (const address of addresses()) {
        const answer = await world.clients[actor].get(address, { headers: { accept: 'text/html, application/json' } });
        assert.ok([401, 403, 404].includes(answer.status), `${actor} at ${address}: ${answer.status}`);
        assert.ok(!answer.text.includes(title), `${actor} at ${address}`);
      }
    }
  });

  test(`${stage}: whoever answered reads the own answers, sealed ones never`, async () => {
    for (const [at, client] of (canaries?.respondents ?? []).entries()) {
      if (at === withdrawing && goneAt(stage).length > 0) {
        assert.equal(expect(await client.get('/api/answer?device=canary'), 200).answers.length, 0);
        continue;
      }
      const page = expect(await client.get('/api/answer?device=canary'), 200);
      assert.equal(page.answers.length, at < agreeing ? 4 : 5, 'three known, one contact, perhaps one joint work');
      const sealed = [canaries!.question('sensitive'), canaries!.question('competitor')];
      assert.ok(!page.answers.some((answer: any) => sealed.includes(answer.question_id)), `respondent ${at}`);
      const elsewhere = expect(await client.get('/api/answer?device=other'), 200);
      assert.equal(elsewhere.answers.length, 4, 'a contact for figures only: to the device that gave it');
    }
  });
}

for (const stage of ['withdrawn', 'objected'] as const)
  test(`${stage}: no name of who is gone stands in anything that is read of the wave`, async () => {
    for (const name of goneAt(stage))
      for (const address of addresses().slice(1)) {
        const { text } = await world.clients.facilitator_own.get(address);
        assert.ok(!text.includes(name), `${name} at ${address}`);
      }
  });

/// The plain sealed row of everybody who answered: a byte for each member, one of them set.
function sealedRow(): Buffer {
  const { wave, competitors } = canaries!;
  const row = Buffer.alloc(wave.members.length);
  for (const { id, position } of wave.members) row[position] = Number(competitors.includes(id));
  return row;
}

test('a sealed row stands in no file, no log, no mail and no header', async () => {
  const row = sealedRow();
  const files = readdirSync(world.server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files) assert.ok(!readFileSync(join(file.parentPath, file.name)).includes(row), file.name);
  const spellings = [row.toString('hex'), row.toString('base64').replace(/=+$/, ''), [...row].join(',')];
  const read = [world.server.log, (await world.clients.anonymous.get('/dev/mail')).text];
  for (const address of addresses()) {
    const answer = await world.clients.facilitator_own.get(address);
    read.push(answer.text, [...answer.headers].flat().join('\n'));
  }
  for (const spelling of spellings) assert.ok(!read.some((text) => text.includes(spelling)), spelling);
});

test('no list, sentence, table or introduction rests on a sealed answer', async () => {
  const network = expect(await world.clients.facilitator_own.get(`/api/waves/${id}/network`), 200);
  for (const key of ['sensitive', 'competitor']) {
    const table = await world.clients.facilitator_own.get(`/api/waves/${id}/ties.csv?question=${key}&purpose=facilitation`);
    assert.equal(table.status, 404, key);
    const members = await world.clients.facilitator_own.get(`/api/waves/${id}/network.csv?question=${key}&purpose=facilitation`);
    assert.equal(members.status, 404, key);
  }
  assert.ok(!JSON.stringify(network.sentences).includes(canaries!.links[answering + 2].label));
});

// A row that was never answered, "none of these", and "prefer not to say" are three different things.
test('a silent row is never an empty one', async () => {
  const network = expect(await world.clients.facilitator_own.get(`/api/waves/${id}/network`), 200);
  const know = network.questions.find((each: any) => each.key === 'know');
  const worked = network.questions.find((each: any) => each.key === 'worked_together');
  assert.equal(know.observed_rows, answering - 1, 'nineteen are silent, one withdrew');
  assert.equal(worked.observed_rows, answering - agreeing, 'left out by the others: unknown, not none');
  assert.equal(worked.figures.find((each: any) => each.id === 'm').value, answering - agreeing, 'one each');
});
