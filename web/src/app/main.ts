// SPDX-License-Identifier: Apache-2.0
import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/fonts.css';
import '../styles/elements.css';
import '../styles/chrome.css';
import { startTexts } from '$lib/i18n/i18n.svelte';
import { restoreTheme } from '$lib/theme/theme';
import App from './App.svelte';
import { restTextsOf, textsOf } from './texts';

restoreTheme();
await startTexts(textsOf, restTextsOf);
const target = document.getElementById('app');
if (target) mount(App, { target });
