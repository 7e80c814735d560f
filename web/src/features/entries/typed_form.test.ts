// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, test, vi } from 'vitest';
import type { Entry, EntryDraft, EntryLine, WaveDetail } from '$lib/api/schema';

const sent: string[] = [];
const answers: ((isTaken: boolean) => void)[] = [];
const answered = () =>
  new Promise((resolve) =>
    answers.push((ok) =>
      resolve(ok ? { ok } : { ok, problem: { status: 409, code: 'conflict', errors: [] } }),
    ),
  );
vi.mock('./entries', () => ({
  saveEntry: (_wave: string, _respondent: string, { language }: EntryDraft) => {
    sent.push(language);
    return answered();
  },
  enterEntry: () => {
    sent.push('enter');
    return answered();
  },
}));
const { TypedForm } = await import('./typed_form.svelte');

const wave = { id: 'w', questions: [], members: [] } as unknown as WaveDetail;
const line = { respondent_id: 'r' } as EntryLine;
const entry = { consent: null, language: 'en', typed_rows: [] } as unknown as Entry;
const formOf = () => new TypedForm(wave, line, entry, 'typed' as never);

/** The oldest request is answered. */
async function answer(isTaken = true) {
  answers.shift()?.(isTaken);
  await new Promise((done) => setTimeout(done));
}

beforeEach(() => {
  sent.length = answers.length = 0;
});

test('drafts are sent one after the other, the last as it is typed by then', async () => {
  const form = formOf();
  void form.save();
  await Promise.resolve();
  form.language = 'es';
  void form.save();
  form.language = 'fr';
  const last = form.save();
  await answer();
  expect(sent).toEqual(['en', 'fr']);
  await answer();
  expect(await last).toBe(true);
  expect(sent).toHaveLength(2);
});

test('entering waits for the drafts, and no draft comes after', async () => {
  const form = formOf();
  void form.save();
  await Promise.resolve();
  const entered = form.enter();
  await answer();
  expect(sent).toEqual(['en', 'en']);
  await answer();
  expect(await form.save()).toBe(false);
  await answer();
  expect((await entered)?.ok).toBe(true);
  expect(await form.save()).toBe(false);
  expect(sent).toEqual(['en', 'en', 'enter']);
});

test('what could not be entered is kept again', async () => {
  const form = formOf();
  const entered = form.enter();
  await Promise.resolve();
  await answer(false);
  expect(await entered).toBeUndefined();
  void form.save();
  await answer();
  expect(sent).toEqual(['en', 'en']);
});
