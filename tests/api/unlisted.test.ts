// SPDX-License-Identifier: Apache-2.0
// Organizations that respondents name and the roster lacks: added once, judged by the facilitator, counted apart.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';
import { facilitated, openWave, respondent, visitor } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
let wave: any;
let links: any[];
let question: (key: string) => string;

before(async () => {
  server = await TestServer.start();
  ({ facilitator, cluster } = await facilitated(server));
  ({ wave, links, question } = await openWave(facilitator, cluster, 'Unlisted'));
});
after(() => server?.stop());

const describe = (client: Client, id: string, name: string, more = {}) =>
  client.put(`/api/answer/unlisted/${id}`, {
    name,
    country_code: 'GD',
    device: 'phone',
    sequence: 1,
    ...more,
  });
const tap = (client: Client, key: string, id: string, value: number | null, sequence: number) =>
  client.put(`/api/answer/questions/${question(key)}/unlisted/${id}`, { value, device: 'phone', sequence });

/// Somebody knows an organization of that name; as a phone sends it.
async function name(client: Client, organization: string): Promise<string> {
  const id = randomUUID();
  assert.equal((await describe(client, id, organization)).status, 204);
  assert.equal((await tap(client, 'know', id, 1, 2)).status, 204);
  return id;
}

const groups = async () => (await facilitator.get(`/api/waves/${wave.id}/unlisted`)).body.items;
const judge = (body: unknown) => facilitator.post(`/api/waves/${wave.id}/unlisted/verdicts`, body);
const codes = ({ body }: any) => body.errors.map((each: any) => `${each.pointer} ${each.code}`);

test('an organization waits for consent, has a name and leads to nobody', async () => {
  const client = await visitor(server, links[0]);
  const early = await describe(client, randomUUID(), 'Gouyave Mill');
  assert.deepEqual([early.status, early.body.reason], [409, 'consent_missing']);
  const { client: agreed } = await respondent(server, links[0]);
  assert.deepEqual(codes(await describe(agreed, randomUUID(), ' ')), ['/name required']);
  assert.deepEqual(codes(await describe(agreed, randomUUID(), 'Mill, 473 440 1234')), ['/name has_contact']);
  assert.deepEqual(codes(await describe(agreed, randomUUID(), 'Mill', { country_code: 'ZZ' })), [
    '/country_code unknown_code',
  ]);
});

test('what was added comes back on another device, once however often it was sent', async () => {
  const { client } = await respondent(server, links[1]);
  const id = await name(client, 'Gouyave Mill');
  await describe(client, id, 'Gouyave Mill');
  await tap(client, 'know', id, 1, 2);
  await tap(client, 'communicate', id, 2, 3);
  const page = (await (await visitor(server, links[1])).get('/api/answer?device=laptop')).body;
  assert.deepEqual(page.unlisted, [
    {
      id,
      name: 'Gouyave Mill',
      country_code: 'GD',
      answers: [
        { question_id: question('know'), value: 1 },
        { question_id: question('communicate'), value: 2 },
      ],
    },
  ]);
  assert.deepEqual(page.answers, [], 'the roster knows nothing of it');
  assert.ok(page.countries.includes('GD'));
});

test('nothing of it is sealed, and nobody writes into what another added', async () => {
  const { client } = await respondent(server, links[1]);
  const id = await name(client, 'Sauteurs Boats');
  assert.equal((await tap(client, 'sensitive', id, 1, 3)).body.reason, 'question_sealed');
  const { client: other } = await respondent(server, links[2]);
  assert.equal((await describe(other, id, 'Taken Over')).status, 404);
  assert.equal((await tap(other, 'know', id, 1, 9)).status, 404);
});

// Whoever prints the sheet of links can open every one of them.
test('a limited answer that counts in figures only comes back to its device alone', async () => {
  const { client } = await respondent(server, links[3], { consent: 'aggregate' });
  const id = await name(client, 'Carriacou Sails');
  await tap(client, 'communicate', id, 3, 3);
  const answersAt = async (device: string) => {
    const { unlisted } = (await client.get(`/api/answer?device=${device}`)).body;
    return unlisted[0].answers.map((each: any) => each.question_id);
  };
  assert.deepEqual(await answersAt('phone'), [question('know'), question('communicate')]);
  assert.deepEqual(await answersAt('office'), [question('know')]);
  await respondent(server, links[3], { consent: 'facilitator', device: 'office' });
  assert.deepEqual(
    await answersAt('office'),
    [question('know')],
    'a consent given elsewhere uncovers nothing',
  );
});

test('the facilitator reads names and how many named them, not who', async () => {
  await name((await respondent(server, links[4])).client, 'GOUYAVE MILL LTD.');
  const [first] = await groups();
  assert.deepEqual([first.named_by, first.ids.length, first.verdict], [2, 2, 'pending']);
  const ids = wave.members.map(({ id }: any) => id);
  const text = JSON.stringify((await groups()).map(({ members, ...rest }: any) => rest));
  for (const id of [...ids, ...links.map((each) => each.respondent_id)]) assert.ok(!text.includes(id));
});

test('merged, a name is the member: one tie, whatever arrives later', async () => {
  const { client } = await respondent(server, links[5]);
  const id = await name(client, 'Trafalgar Craft Chocolate Ltd');
  const group = (await groups()).find((each: any) => each.ids.includes(id));
  const member = wave.members.find(({ label }: any) => /Trafalgar/.test(label));
  const merge = { ids: group.ids, verdict: 'merged', member_id: member.id };
  assert.deepEqual(codes(await judge({ ...merge, member_id: null })), ['/member_id required']);
  const merged = await judge(merge);
  assert.equal(merged.status, 204, merged.text);
  const page = async () => (await client.get('/api/answer')).body;
  const expected = [{ question_id: question('know'), alter_id: member.id, value: 1 }];
  assert.deepEqual([(await page()).answers, (await page()).unlisted], [expected, []]);
  await tap(client, 'know', id, 1, 2); // again, from the phone's memory
  await tap(client, 'communicate', id, 3, 4); // a phone that does not know of it yet
  assert.deepEqual((await page()).answers.map((each: any) => each.value).sort(), [1, 3]);
  assert.deepEqual(codes(await judge(merge)), ['/ids not_allowed']);
});

test('accepted, it can become a member, and is then known by its record', async () => {
  const group = (await groups()).find((each: any) => /^gouyave mill/i.test(each.name));
  assert.equal((await judge({ ids: group.ids, verdict: 'accepted' })).status, 204);
  const described = { name: group.name, kind: group.kind, country_code: group.country_code };
  const member = await facilitator.post(`/api/clusters/${cluster}/members`, {
    organization: described,
    is_new: true,
  });
  assert.equal(member.status, 201, member.text);
  const { organization_id } = member.body;
  assert.equal((await judge({ ids: group.ids, verdict: 'accepted', organization_id })).status, 204);
  const [accepted] = (await groups()).filter((each: any) => each.verdict === 'accepted');
  assert.deepEqual([accepted.organization_id, accepted.named_by], [organization_id, 2]);
  const unknown = await judge({ ids: group.ids, verdict: 'accepted', organization_id: randomUUID() });
  assert.deepEqual(codes(unknown), ['/organization_id not_allowed']);
});

test('it is counted beside the network and never in it', async () => {
  const counts = (await facilitator.get(`/api/waves/${wave.id}/outside`)).body.items;
  const know = counts.find((each: any) => each.key === 'know');
  // Gouyave Mill by two, Sauteurs Boats and Carriacou Sails by one; the merged one is a member.
  assert.deepEqual([know.organizations, know.named_by, know.ties], [3, 3, 4]);
  const limited = counts.find((each: any) => each.key === 'communicate');
  assert.deepEqual([limited.organizations, limited.ties], [null, null], 'fewer than five members named one');
  assert.ok(!counts.some((each: any) => each.key === 'sensitive'));
  const network = await facilitator.get(`/api/waves/${wave.id}/network`);
  assert.ok(!/gouyave mill|sauteurs boats/i.test(network.text));
});

test('who declines leaves no name behind', async () => {
  const { client } = await respondent(server, links[6]);
  const id = await name(client, 'Short Lived Works');
  assert.ok((await groups()).some((each: any) => each.ids.includes(id)));
  assert.equal((await client.post('/api/answer/decline')).status, 204);
  assert.ok(!(await groups()).some((each: any) => each.ids.includes(id)));
});

test('a closed wave takes no names, and its facilitator still says who they are', async () => {
  const { client } = await respondent(server, links[7]);
  const id = await name(client, 'Nobody At All');
  await facilitator.post(`/api/waves/${wave.id}/close`);
  assert.equal((await describe(client, randomUUID(), 'Too Late')).body.reason, 'wave_closed');
  assert.equal((await judge({ ids: [id], verdict: 'rejected' })).status, 204);
  assert.deepEqual(codes(await judge({ ids: [randomUUID()], verdict: 'rejected' })), ['/ids not_allowed']);
});
