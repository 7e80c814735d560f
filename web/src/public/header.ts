// SPDX-License-Identifier: Apache-2.0
import { wasSignedIn } from '$lib/session/mark';
import { restoreTheme, toggleTheme } from '$lib/theme/theme';

/** Wakes the theme button, turns the language menu into one that needs no button of its own, and leads whoever is
 * signed in back to the own clusters. */
export function enhanceHeader(page: Document): void {
  restoreTheme();
  for (const button of page.querySelectorAll<HTMLButtonElement>('button.k-theme')) {
    button.hidden = false;
    button.addEventListener('click', toggleTheme);
  }
  for (const select of page.querySelectorAll<HTMLSelectElement>('select.k-language')) {
    select.addEventListener('change', () => {
      const url = new URL(location.href);
      url.searchParams.set('lang', select.value);
      location.assign(url);
    });
  }
  if (!wasSignedIn()) return;
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-signed-in]'))
    link.textContent = link.dataset.signedIn ?? link.textContent;
}
