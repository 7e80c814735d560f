// SPDX-License-Identifier: Apache-2.0
// What tests of waves begin with: the cluster of the demonstration data, a wave of it, and who answers.
import assert from 'node:assert/strict';
import type { Client, TestServer } from './harness.ts';

/// The facilitator of the demonstration cluster, and the cluster's id.
export async function facilitated(server: TestServer): Promise<{ facilitator: Client; cluster: string }> {
  const facilitator = await server.as('alana@m10.example');
  return { facilitator, cluster: (await facilitator.get('/api/session')).body.grants[0].scope_id };
}

/// A wave that takes answers, the links of its members, and its questions' ids by their keys.
export async function openWave(facilitator: Client, cluster: string, title: string) {
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, { title, is_baseline: false });
  assert.equal(made.status, 201, made.text);
  await facilitator.post(`/api/waves/${made.body.id}/open`);
  const wave = (await facilitator.get(`/api/waves/${made.body.id}`)).body;
  const links: any[] = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const question = (key: string): string => wave.questions.find((each: any) => each.key === key).id;
  return { wave, links, question };
}

/// The secret of a personal link.
export const tokenOf = (link: any): string => link.url.slice(link.url.indexOf('#') + 1);

/// Somebody who has opened the link, and not agreed yet.
export async function visitor(server: TestServer, link: any): Promise<Client> {
  const client = server.client();
  const answer = await client.post('/api/answer/session', { token: tokenOf(link) });
  assert.equal(answer.status, 204, answer.text);
  return client;
}

/// Somebody who has opened the link and agreed; the page is the one that the link opened.
export async function respondent(
  server: TestServer,
  link: any,
  { consent = 'facilitator', device = 'phone' } = {},
) {
  const client = await visitor(server, link);
  const page = (await client.get(`/api/answer?device=${device}`)).body;
  const { version } = page.consent;
  const given = await client.put('/api/answer/consent', {
    consent,
    consent_version: version,
    language: 'en',
    device,
  });
  assert.equal(given.status, 204, given.text);
  return { client, page };
}
