// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/elements.css';
import keys from '$generated/locales/keys.answer';
import { startTexts } from '$lib/i18n/i18n.svelte';
import type { Language } from '$lib/i18n/languages';
import { restoreTheme } from '$lib/theme/theme';
import AnswerPage from './AnswerPage.svelte';

type Texts = { default: (string | null)[] };

/** The texts of a language under their keys; a plural that it lacks is left out. */
async function load(language: Language) {
  const { default: texts }: Texts = await import(`../generated/locales/answer.${language}.ts`);
  const named = keys.map((key, at) => [key, texts[at]]).filter(([, text]) => text);
  return { default: Object.fromEntries(named) as Record<string, string> };
}

async function start() {
  await startTexts(load);
  const target = document.getElementById('answer');
  if (target) mount(AnswerPage, { target });
}

restoreTheme();
// Not awaited: a module that waits at its top is not joined with the chunks that later parts share with it.
void start();
