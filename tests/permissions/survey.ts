// SPDX-License-Identifier: Apache-2.0
// A wave whose answers are canaries: each kind of answer names a member that no other kind names, so that wherever a
// tie turns up it is known what it gives away.
import type { Client, TestServer } from '../harness.ts';
import { followLink } from './world.ts';

/// Nine members answer: six agree to be named before their facilitator, three to figures only.
export const agreeing = 6;
export const answering = 9;

/// Whom everybody names, by the place among the links that are not used to answer.
export const named = { know: 0, communicate: 1, sensitive: 2 } as const;

/// Of the members who do not answer, those whom each competes with: a pattern that no other row of bytes has by chance.
const competing = [0, 1, 4, 5, 6, 9, 11, 14, 15, 17];

export type Canaries = {
  wave: any;
  links: any[];
  /// Of those who answer, in the order of `links`.
  respondents: Client[];
  alters: string[];
  competitors: string[];
  question: (key: string) => string;
};

export const expect = (answer: { status: number; text: string; body: any }, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
};

/// The draft, and everything that can be known of it before it opens.
export async function draftWave(facilitator: Client, cluster: string, title: string): Promise<any> {
  return expect(await facilitator.post(`/api/clusters/${cluster}/waves`, { title, is_baseline: false }), 201);
}

/// Opens the draft and has nine members answer it.
export async function answerCanaries(server: TestServer, facilitator: Client, id: string): Promise<Canaries> {
  expect(await facilitator.post(`/api/waves/${id}/open`), 200);
  const wave = expect(await facilitator.get(`/api/waves/${id}`), 200);
  const links = expect(await facilitator.get(`/api/waves/${id}/links`), 200).items;
  const alters = links.slice(answering, answering + 3).map((link: any) => link.wave_member_id);
  const competitors = competing.map((at) => links[answering + at].wave_member_id);
  const question = (key: string) => wave.questions.find((each: any) => each.key === key).id;
  const respondents: Client[] = [];
  for (let at = 0; at < answering; ++at) {
    const client = await followLink(server, links[at].url);
    const consent = at < agreeing ? 'facilitator' : 'aggregate';
    await answerAll(client, { question, alters, competitors, consent, consent_version: wave.consent_version });
    respondents.push(client);
  }
  return { wave, links, respondents, alters, competitors, question };
}

type Answers = Pick<Canaries, 'question' | 'alters' | 'competitors'> & { consent: string; consent_version: string };

async function answerAll(client: Client, { question, alters, competitors, consent, consent_version }: Answers) {
  let sequence = 0;
  const source = () => ({ device: 'canary', sequence: ++sequence });
  const tap = async (key: string, alter: string, value: number) =>
    expect(await client.put(`/api/answer/questions/${question(key)}/alters/${alter}`, { value, ...source() }), 204);
  expect(await client.put('/api/answer/consent', { consent, consent_version, language: 'en', device: 'canary' }), 204);
  for (const alter of alters) await tap('know', alter, 1);
  await tap('communicate', alters[named.communicate]!, 3);
  // Totals take in, of answers for figures only, whoever left nothing out.
  if (consent === 'aggregate') await tap('worked_together', alters[0]!, 1);
  const seal = async (key: string, alter_ids: string[]) => {
    const values = alter_ids.map((alter_id) => ({ alter_id, value: 1 }));
    expect(await client.put(`/api/answer/questions/${question(key)}`, { state: 'answered', values, ...source() }), 204);
  };
  await seal('sensitive', [alters[named.sensitive]!]);
  await seal('competitor', competitors);
  expect(await client.post('/api/answer/finish'), 200);
}

/// Eleven days pass, in which members could object.
export const waitForReplies = (server: TestServer) =>
  server.execute('UPDATE waves SET closed_at = closed_at - 11 * 86400000 WHERE closed_at IS NOT NULL AND frozen_at IS NULL');
