// SPDX-License-Identifier: Apache-2.0
// Who is asked in a wave: members of the programme or not, and through which people.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { facilitated, respondent } from '../survey.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;

before(async () => {
  server = await TestServer.start();
  ({ facilitator, cluster } = await facilitated(server));
});
after(() => server?.stop());

async function draft(title: string, fields: object = {}) {
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, { title, ...fields });
  assert.equal(made.status, 201, made.text);
  return made.body;
}
const asked = async (wave: any) => (await facilitator.get(`/api/waves/${wave.id}/informants`)).body;
const choose = (wave: any, member: any, people: string[]) =>
  facilitator.put(`/api/waves/${wave.id}/members/${member.wave_member_id}/informants`, { people });

/// A second person of the member that stands first on the roster.
async function secondPerson(name: string) {
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/members`)).body;
  const made = await facilitator.post(`/api/clusters/${cluster}/people`, {
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@p.example`,
    organization_id: items.find((each: any) => each.contact_name).organization_id,
    role: 'manager',
  });
  assert.equal(made.status, 201, made.text);
  return made.body;
}

test('two people answer for one member by links of their own, and the member counts once', async () => {
  const person = await secondPerson('Second Informant');
  const wave = await draft('Several informants');
  const { members } = await asked(wave);
  const member = members.find((each: any) => each.candidates.some((one: any) => one.person_id === person.id));
  const contact = member.candidates.find((each: any) => each.is_primary);
  const chosen = await choose(wave, member, [contact.person_id, person.id]);
  assert.equal(chosen.status, 200, chosen.text);
  assert.deepEqual(
    chosen.body.informants.map((each: any) => each.name),
    [contact.name, 'Second Informant'],
  );

  await facilitator.post(`/api/waves/${wave.id}/open`);
  const detail = (await facilitator.get(`/api/waves/${wave.id}`)).body;
  assert.deepEqual([detail.asked, detail.members.length], [28, 28]);
  assert.equal(detail.members.find((each: any) => each.id === member.wave_member_id).informants, 2);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  assert.equal(links.length, 29);
  const own = links.filter((each: any) => each.wave_member_id === member.wave_member_id);
  assert.deepEqual(
    own.map((each: any) => [each.contact_name, each.informants]),
    [
      [contact.name, 2],
      ['Second Informant', 2],
    ],
  );
  assert.equal((await facilitator.get(`/api/waves/${wave.id}/cockpit`)).body.missing.length, 29);

  const [first, second] = [
    (await respondent(server, own[0])).client,
    (await respondent(server, own[1])).client,
  ];
  const page = (await first.get('/api/answer')).body;
  const other = (await second.get('/api/answer')).body;
  assert.equal(page.me.member_id, other.me.member_id);
  assert.notEqual(page.me.respondent_id, other.me.respondent_id);
  const know = page.questions[0].id;
  const tick = (client: Client, alter: string, sequence: number) =>
    client.put(`/api/answer/questions/${know}/alters/${alter}`, { value: 1, device: 'phone', sequence });
  const end = (client: Client) =>
    client.put(`/api/answer/questions/${know}`, {
      state: 'answered',
      values: [],
      device: 'phone',
      sequence: 9,
    });
  await tick(first, page.roster[0].id, 1);
  await tick(first, page.roster[1].id, 2);
  await tick(second, page.roster[1].id, 1);
  assert.equal(
    (await second.get('/api/answer')).body.answers.length,
    1,
    'nobody sees what the other one said',
  );
  await end(first);
  await end(second);
  const report = (await facilitator.get(`/api/waves/${wave.id}/network`)).body;
  assert.deepEqual([report.response.asked, report.response.answered], [28, 1]);
  assert.equal(report.map.ties.length, 2, 'any: one of them is enough');
  assert.deepEqual(report.questions[0].agreement, {
    members: 1,
    cells: 27,
    kappa: null,
    reason: 'few_members',
  });
});

test('one phone does not mix two people of one member', async () => {
  const wave = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items.find(
    (each: any) => each.title === 'Several informants',
  );
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items.filter(
    (each: any) => each.informants === 2,
  );
  const phone = (await respondent(server, links[1])).client;
  const { respondent_id } = links[0];
  const refused = await phone.post('/api/answer/finish', undefined, {
    headers: { 'konbit-answers-for': respondent_id },
  });
  assert.deepEqual([refused.status, refused.body.reason], [409, 'other_respondent']);
});

test('nobody is asked who has no role in the member, nor the same person twice', async () => {
  const wave = await draft('Mistakes');
  const { members } = await asked(wave);
  const [member, other] = members.filter((each: any) => each.candidates.length > 0);
  const stranger = await choose(wave, member, [other.candidates[0].person_id]);
  assert.deepEqual([stranger.status, stranger.body.errors[0].pointer], [422, '/people/0']);
  const own = member.candidates[0].person_id;
  const twice = await choose(wave, member, [own, own]);
  assert.deepEqual([twice.body.errors[0].pointer, twice.body.errors[0].code], ['/people', 'repeated']);
});

test('a wave asks those who take part in the programme, or those who do not; all stand on the list', async () => {
  const wave = await draft('Participants', { asks: 'participants' });
  const now = await asked(wave);
  assert.equal(now.members.length, 28);
  for (const member of now.members)
    assert.equal(member.informants.length > 0, member.participates_in_programme === true, member.label);
  const participants = now.members.filter((each: any) => each.participates_in_programme).length;
  assert.equal((await facilitator.get(`/api/waves/${wave.id}`)).body.asked, participants);

  const changed = await facilitator.patch(
    `/api/waves/${wave.id}`,
    { asks: 'non_participants' },
    wave.version,
  );
  assert.equal(changed.status, 200, changed.text);
  for (const member of (await asked(wave)).members)
    assert.equal(member.informants.length > 0, member.participates_in_programme === false, member.label);
  const opened = await facilitator.post(`/api/waves/${wave.id}/open`);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const page = (await (await respondent(server, links[0])).client.get('/api/answer')).body;
  assert.equal(page.roster.length, 27, 'who is not asked can be named');
  const late = await facilitator.patch(`/api/waves/${wave.id}`, { asks: 'everybody' }, opened.body.version);
  assert.equal(late.body.reason, 'instrument_frozen');
});

test('who is erased answers no more, and the member keeps a link', async () => {
  const person = await secondPerson('Soon Erased');
  const wave = await draft('Erased');
  const find = async () =>
    (await asked(wave)).members.find((each: any) => each.informants.length && each.label === member?.label);
  let member: any = (await asked(wave)).members.find((each: any) =>
    each.candidates.some((one: any) => one.person_id === person.id),
  );
  const contact = member.candidates.find((each: any) => each.is_primary);
  await choose(wave, member, [contact.person_id, person.id]);
  const receipt = await facilitator.post(`/api/people/${person.id}/erase`, undefined, {
    headers: { 'if-match': `"${person.version}"` },
  });
  assert.equal(receipt.body.removed.links, 1, receipt.text);
  member = await find();
  assert.deepEqual(
    member.informants.map((each: any) => each.name),
    [contact.name],
  );
});

test('members of a draft are asked one by one, until another rule is chosen or the wave opens', async () => {
  const wave = await draft('One by one');
  const ask = (member: any, is_asked: boolean) =>
    facilitator.put(`/api/waves/${wave.id}/members/${member.wave_member_id}/asked`, { is_asked });
  const { members } = await asked(wave);
  const left = await ask(members[0], false);
  assert.equal(left.status, 200, left.text);
  assert.deepEqual(left.body.informants, []);
  const numbers = async () => (await asked(wave)).members.filter((each: any) => each.informants.length).length;
  assert.equal(await numbers(), members.length - 1);
  const { version } = (await facilitator.get(`/api/waves/${wave.id}`)).body;
  await facilitator.patch(`/api/waves/${wave.id}`, { asks: 'non_participants' }, version);
  const by_rule = (await asked(wave)).members;
  const unasked = by_rule.find((each: any) => !each.informants.length);
  assert.equal((await ask(unasked, true)).body.informants.length, 1);
  const before = await numbers();
  await facilitator.post(`/api/waves/${wave.id}/open`);
  assert.equal(await numbers(), before, 'opening keeps the choice');
  assert.equal((await ask(members[0], true)).body.reason, 'wave_not_draft');
});
