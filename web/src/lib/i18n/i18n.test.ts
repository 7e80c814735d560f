// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, test, vi } from 'vitest';
import type { Language } from './languages';

/** Chunks that come when they are told to: `come('es')`, or `come('es rest')`. */
function chunks() {
  const waiting = new Map<string, () => void>();
  const loader = (part: string) => (language: Language) =>
    new Promise<{ default: Record<string, string> }>((resolve) => {
      const name = language + part;
      waiting.set(name, () => resolve({ default: { [`said${part}`]: language } }));
    });
  const come = async (name: string) => {
    waiting.get(name)?.();
    await new Promise((done) => setTimeout(done));
  };
  return { load: loader(''), loadRest: loader(' rest'), come };
}

/** The texts, started in English. */
async function started() {
  const texts = await import('./i18n.svelte');
  const { load, loadRest, come } = chunks();
  void texts.startTexts(load, loadRest);
  await come('en');
  return { ...texts, come };
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('location', { search: '?lang=en' });
});

test('the language that was chosen last is spoken, whichever comes first', async () => {
  const { speak, language, textOf, come } = await started();
  void speak('es');
  void speak('fr');
  await come('fr');
  await come('es');
  expect(language()).toBe('fr');
  expect(textOf('said')).toBe('fr');
});

test('the rest of a language that was left is dropped', async () => {
  const { speak, speakRest, textOf, come } = await started();
  void speakRest();
  void speak('es');
  await come('es');
  await come('es rest');
  await come('en');
  await come('en rest');
  expect(textOf('said')).toBe('es');
  expect(textOf('said rest')).toBe('es');
});

test('a language under way when the rest is asked for comes with it', async () => {
  const { speak, speakRest, textOf, come } = await started();
  void speak('es');
  void speakRest();
  await come('en');
  await come('en rest');
  expect(textOf('said rest')).toBe('en');
  await come('es');
  await come('es');
  await come('es rest');
  expect(textOf('said')).toBe('es');
  expect(textOf('said rest')).toBe('es');
});
