// SPDX-License-Identifier: Apache-2.0
// By which rules a wave asks: scale, gate, joining, words for the answers, purposes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { facilitated } from '../survey.ts';

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
const designOf = async (wave: any) => (await facilitator.get(`/api/waves/${wave.id}/design`)).body;
const planned = ({
  key,
  sensitivity,
  wording,
  is_own_wording,
  symmetrization,
  scale,
  gate,
  anchors,
  purposes,
}: any) => ({
  key,
  sensitivity,
  wording: is_own_wording ? wording : {},
  rules: { symmetrization, scale, gate, anchors, purposes },
});

/// Sends the design with these questions changed.
async function redesign(wave: any, changes: Record<string, object>) {
  const design = await designOf(wave);
  const questions = design.questions
    .filter((each: any) => each.is_asked || changes[each.key])
    .map((each: any) => planned({ ...each, ...changes[each.key] }));
  return facilitator.put(
    `/api/waves/${wave.id}/design`,
    { questions },
    { headers: { 'if-match': `"${design.version}"` } },
  );
}
const errorsOf = (answer: any) => answer.body.errors.map((each: any) => [each.pointer, each.code]);
const limited = { sensitivity: 'limited', purposes: ['facilitator', 'evaluation', 'research'] };
const anchors = ['rare', 'some', 'often', 'daily'].map((word) => ({ en: word, es: word, fr: word }));

test('scale, gate and words for the answers are chosen for a wave, and break the series where they differ', async () => {
  const wave = await draft('Own rules');
  const changed = await redesign(wave, {
    communicate: { anchors },
    worked_together: { ...limited, scale: 'frequency4', symmetrization: 'max', gate: 'communicate' },
  });
  assert.equal(changed.status, 200, changed.text);
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const { questions } = (await facilitator.get(`/api/waves/${wave.id}`)).body;
  assert.deepEqual(
    questions.map((each: any) => [each.key, each.scale, each.gate, each.breaks]),
    [
      ['know', 'binary', null, []],
      ['communicate', 'frequency4', 'know', ['scale']],
      ['sensitive', 'binary', 'know', []],
      ['worked_together', 'frequency4', 'communicate', ['scale', 'gate']],
      ['competitor', 'binary', 'worked_together', []],
    ],
  );
  const report = (await facilitator.get(`/api/waves/${wave.id}/network`)).body;
  assert.deepEqual(report.questions[3].breaks, ['scale', 'gate']);

  const [link] = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const visitor = server.client();
  await visitor.post('/api/answer/session', { token: link.url.split('#')[1] });
  const page = (await visitor.get('/api/answer')).body;
  assert.deepEqual(page.questions[1].anchors, anchors);
  assert.equal(page.questions[3].gate, 'communicate');

  const next = await draft('As before', { same_questions_as: wave.id });
  const copied = (await facilitator.get(`/api/waves/${next.id}`)).body.questions;
  assert.ok(copied.every((each: any) => each.breaks.length === 0));
});

test('rules that cannot be asked are all named', async () => {
  const refused = await redesign(await draft('Mistakes'), {
    know: { scale: 'frequency4', gate: 'communicate' },
    communicate: { anchors: anchors.slice(1) },
    sensitive: { symmetrization: 'or', purposes: ['facilitator', 'evaluation'] },
    worked_together: { symmetrization: 'max', purposes: [] },
  });
  assert.equal(refused.status, 422);
  assert.deepEqual(errorsOf(refused), [
    ['/questions/0/rules/scale', 'not_allowed'],
    ['/questions/0/rules/gate', 'no_gate'],
    ['/questions/1/rules/anchors', 'all_or_none'],
    ['/questions/2/rules/symmetrization', 'not_allowed'],
    ['/questions/2/rules/purposes', 'not_allowed'],
    ['/questions/3/rules/symmetrization', 'needs_values'],
    ['/questions/3/rules/purposes', 'required'],
  ]);
});

// Who is named behind a gate was named at the gate.
test('no question tells what the one before it keeps more strictly, or for fewer uses', async () => {
  const wave = await draft('Behind a gate');
  const behind = await redesign(wave, { worked_together: { gate: 'communicate' } });
  assert.deepEqual(errorsOf(behind), [['/questions/3/sensitivity', 'more_open_than_gate']]);
  const forFewer = await redesign(wave, { know: { purposes: ['facilitator', 'evaluation'] } });
  assert.deepEqual(errorsOf(forFewer), [
    ['/questions/1/rules/purposes', 'more_than_gate'],
    ['/questions/3/rules/purposes', 'more_than_gate'],
  ]);
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const stricter = await redesign(wave, { know: limited });
  assert.deepEqual(errorsOf(stricter), [['/questions/3/sensitivity', 'more_open_than_gate']]);
  assert.equal((await redesign(wave, { know: limited, worked_together: limited })).status, 200);
});

test('once open, purposes can only be taken away; what is not for the facilitator shows nobody by name', async () => {
  const wave = await draft('Purposes');
  await redesign(wave, {
    know: { purposes: ['facilitator', 'evaluation', 'research'] },
    worked_together: { purposes: ['facilitator', 'evaluation'] },
  });
  await facilitator.post(`/api/waves/${wave.id}/open`);
  for (const change of [
    { scale: 'binary', gate: 'know' },
    { symmetrization: 'directed' },
    { purposes: ['facilitator', 'evaluation', 'research'] },
  ])
    assert.equal(
      (await redesign(wave, { worked_together: change })).body.reason ?? 'same',
      'scale' in change ? 'same' : 'only_stricter',
    );
  const figuresOnly = { purposes: ['evaluation'] };
  const fewer = await redesign(wave, { know: figuresOnly, communicate: figuresOnly, worked_together: figuresOnly });
  assert.equal(fewer.status, 200, fewer.text);
  assert.equal(
    (await redesign(wave, { know: { purposes: ['evaluation', 'research'] } })).body.reason,
    'only_stricter',
  );
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/history`)).body;
  assert.deepEqual(items[0].fields_changed[0].after, [
    { wave: 'Purposes', key: 'know', sensitivity: 'open', purposes: ['evaluation'] },
    { wave: 'Purposes', key: 'communicate', sensitivity: 'limited', purposes: ['evaluation'] },
    { wave: 'Purposes', key: 'worked_together', sensitivity: 'open', purposes: ['evaluation'] },
  ]);

  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const visitor = server.client();
  await visitor.post('/api/answer/session', { token: links[0].url.split('#')[1] });
  const page = (await visitor.get('/api/answer')).body;
  await visitor.put('/api/answer/consent', {
    consent: 'facilitator',
    consent_version: page.consent.version,
    language: 'en',
  });
  const know = page.questions[0].id;
  await visitor.put(`/api/answer/questions/${know}/alters/${page.roster[0].id}`, {
    value: 1,
    device: 'phone',
    sequence: 1,
  });
  await visitor.put(`/api/answer/questions/${know}`, {
    state: 'answered',
    values: [],
    device: 'phone',
    sequence: 2,
  });
  const report = (await facilitator.get(`/api/waves/${wave.id}/network`)).body;
  assert.deepEqual([report.questions[0].shown, report.map.ties], ['aggregate', []]);
  assert.equal((await visitor.get('/api/answer?device=phone')).body.answers.length, 1);
  assert.equal(
    (await visitor.get('/api/answer?device=other')).body.answers.length,
    0,
    'whoever prints the links holds them all',
  );
  const seen = await facilitator.get(`/waves/${wave.id}/who-sees-what`);
  assert.match(seen.text, /Figures and totals about the cluster/);
});
