// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/elements.css';
import { startTexts } from '$lib/i18n/i18n.svelte';
import { restoreTheme } from '$lib/theme/theme';
import AnswerPage from './AnswerPage.svelte';

restoreTheme();

async function start() {
  await startTexts((language) => import(`../generated/locales/answer.${language}.ts`));
  const target = document.getElementById('answer');
  if (target) mount(AnswerPage, { target });
}

// Not awaited: a module that waits at its top is not joined with the chunks that later parts share with it.
void start();
