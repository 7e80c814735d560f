// SPDX-License-Identifier: Apache-2.0
// Your network: what a respondent gets back by its link, before and after closing, and how it replies.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestServer, type Client } from "../harness.ts";

let server: TestServer;
let facilitator: Client;
let wave: any;
let links: any[];
let one: { client: Client; page: any };
let other: { client: Client; page: any };

const question = (key: string) =>
  wave.questions.find((each: any) => each.key === key).id;
const tokenOf = (link: any) => link.url.slice(link.url.indexOf("#") + 1);
const linkOf = (label: RegExp) =>
  links.find((each: any) => label.test(each.label));

async function agreed(link: any): Promise<{ client: Client; page: any }> {
  const client = server.client();
  assert.equal(
    (await client.post("/api/answer/session", { token: tokenOf(link) })).status,
    204,
  );
  const page = (await client.get("/api/answer")).body;
  await client.put("/api/answer/consent", {
    consent: "facilitator",
    consent_version: page.consent.version,
    language: "en",
  });
  return { client, page };
}

let sequence = 0;
const tap = (
  client: Client,
  key: string,
  alter: string,
  value: number | null,
  where = "questions",
) =>
  client.put(
    where === "questions"
      ? `/api/answer/questions/${question(key)}/alters/${alter}`
      : `/api/answer/network/corrections/${question(key)}/${alter}`,
    { value, device: "phone", sequence: ++sequence },
  );
const network = async (client: Client) =>
  (await client.get("/api/answer/network?device=phone")).body;

/// A chocolate maker and a grower: firms of different lines of business, so that they may see each other.
before(async () => {
  server = await TestServer.start();
  facilitator = await server.as("alana@m10.example");
  const cluster = (await facilitator.get("/api/session")).body.grants[0]
    .scope_id;
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, {
    title: "Reply",
    is_baseline: false,
  });
  await facilitator.post(`/api/waves/${made.body.id}/open`);
  wave = (await facilitator.get(`/api/waves/${made.body.id}`)).body;
  links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const lineOf = (label: string) =>
    wave.members.find((each: any) => each.label === label).subsector;
  const chocolate = linkOf(/^Concord/);
  const grower = links.find(
    ({ label }: any) =>
      label !== chocolate.label &&
      lineOf(label) &&
      lineOf(label) !== lineOf(chocolate.label),
  );
  one = await agreed(chocolate);
  other = await agreed(grower);
  await tap(one.client, "know", other.page.me.member_id, 1);
  await tap(other.client, "know", one.page.me.member_id, 1);
  await tap(
    other.client,
    "know",
    one.page.roster.find((each: any) => each.id !== other.page.me.member_id).id,
    1,
  );
  await tap(other.client, "communicate", one.page.me.member_id, 3);
  for (const { client } of [one, other])
    assert.equal((await client.post("/api/answer/finish")).status, 200);
});
after(() => server?.stop());

test("while the wave is open it holds own answers only, even where both share", async () => {
  for (const { client } of [one, other])
    assert.equal(
      (await client.put("/api/answer/network/sharing", { is_shared: true }))
        .status,
      204,
    );
  const answer = await one.client.get("/api/answer/network");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.deepEqual(
    answer.body.contacts.map((each: any) => [
      each.member_id,
      each.named,
      each.names_me,
    ]),
    [[other.page.me.member_id, ["know"], []]],
  );
  assert.deepEqual(
    [answer.body.may_reply, answer.body.reply_until],
    [false, null],
  );
  assert.ok(answer.body.ideas.length >= 1 && answer.body.ideas.length <= 3);
});

test("nothing is corrected or disputed while answers are taken", async () => {
  assert.equal(
    (
      await tap(
        one.client,
        "know",
        other.page.me.member_id,
        null,
        "corrections",
      )
    ).body.reason,
    "wave_not_closed",
  );
  assert.equal(
    (await one.client.post("/api/answer/network/reply")).body.reason,
    "wave_not_closed",
  );
});

test("after closing the same link opens it for those who answered, and shows who named them where both share", async () => {
  await facilitator.post(`/api/waves/${wave.id}/close`);
  const again = server.client();
  assert.equal(
    (
      await again.post("/api/answer/session", {
        token: tokenOf(linkOf(/^Concord/)),
      })
    ).status,
    204,
  );
  const found = await network(again);
  assert.deepEqual(
    found.contacts[0].names_me,
    ["know"],
    "the frequency of communication is nobody else’s",
  );
  assert.equal(found.may_reply, true);
  const silent = links.find(
    (each: any) =>
      ![one, other].some(
        ({ page }) => page.me.member_id === each.wave_member_id,
      ),
  );
  const refused = await server
    .client()
    .post("/api/answer/session", { token: tokenOf(silent) });
  assert.deepEqual([refused.status, refused.body.reason], [401, "wave_closed"]);
  await other.client.put("/api/answer/network/sharing", { is_shared: false });
  assert.deepEqual((await network(again)).contacts[0].names_me, []);
  assert.equal(
    (await tap(again, "know", other.page.me.member_id, null)).body.reason,
    "wave_closed",
    "answers are over",
  );
});

test("sharing is the consent of the first page: given in one place it stands in both", async () => {
  const { client } = other;
  const consents = async () =>
    (await client.get("/api/rights")).body.shares_with_members;
  assert.equal(await consents(), false);
  await client.put("/api/answer/network/sharing", { is_shared: true });
  assert.equal(await consents(), true);
  await client.put("/api/rights/consent", {
    consent: "facilitator",
    shares_with_members: false,
    shares_with_research: false,
  });
  assert.equal((await network(client)).is_shared, false);
});

test("an own answer is corrected, and what stood there is kept for its giver", async () => {
  const member = one.page.me.member_id;
  assert.equal(
    (await tap(other.client, "communicate", member, 1, "corrections")).status,
    204,
  );
  const [made] = (await network(other.client)).corrections;
  assert.deepEqual(
    [made.former_value, made.value, made.question_id],
    [3, 1, question("communicate")],
  );
  const { body } = await facilitator.get(`/api/waves/${wave.id}/network`);
  assert.equal(
    body.map.ties.find((tie: any) => tie.question === "communicate").value,
    1,
  );
  assert.equal(
    (await tap(other.client, "sensitive", member, 1, "corrections")).body
      .reason,
    "row_not_answered",
  );
});

test("a tie that somebody disputes is marked for the facilitator, and stays", async () => {
  const third = one.page.roster.find(
    (each: any) => each.id !== other.page.me.member_id,
  ).id;
  const namer = other.page.me.member_id;
  const path = `/api/answer/network/disputes/${question("know")}/`;
  assert.equal((await one.client.put(path + namer)).body.reason, "named_too");
  assert.equal(
    (await one.client.put(path + third)).status,
    204,
    "whether it named one is not told",
  );
  await tap(one.client, "know", namer, null, "corrections");
  assert.equal((await one.client.put(path + namer)).status, 204);
  const ties = (
    await facilitator.get(`/api/waves/${wave.id}/network`)
  ).body.map.ties.filter((tie: any) => tie.question === "know");
  assert.deepEqual(
    ties
      .map((tie: any) => [
        tie.from === namer,
        tie.to === one.page.me.member_id,
        tie.is_disputed,
      ])
      .sort(),
    [
      [true, false, false],
      [true, true, true],
    ],
  );
  assert.equal((await one.client.remove(path + namer)).status, 204);
});

test("the facilitator sees how many replied, and writes to them in their language", async () => {
  assert.equal(
    (await other.client.post("/api/answer/network/reply")).status,
    204,
  );
  const { replies } = (await facilitator.get(`/api/waves/${wave.id}/cockpit`))
    .body;
  assert.deepEqual(
    [replies.answered, replies.replied, replies.corrected, replies.disputed],
    [2, 2, 2, 0],
  );
  const { items } = (await facilitator.get(`/api/waves/${wave.id}/links`)).body;
  assert.match(items[0].message, /until|hasta|jusqu/);
  const sent = await facilitator.post(`/api/waves/${wave.id}/links/send`, {
    respondent_ids: [items[0].respondent_id],
  });
  assert.equal(sent.status, 200, sent.text);
});

test("other people’s private pages and answers stand on no page of one", async () => {
  const text = JSON.stringify(await network(one.client));
  assert.ok(
    !/communicate|sensitive|competitor/.test(text),
    "limited and sealed answers of others are nowhere",
  );
});
