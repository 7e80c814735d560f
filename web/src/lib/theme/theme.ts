// SPDX-License-Identifier: Apache-2.0

/// Light or dark: the device decides until the reader chooses; the choice stays on this device.

export type Theme = 'light' | 'dark';

const key = 'konbit-theme';

/** What is shown now. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Applies the stored choice, if there is one; call it before the first paint. */
export function restoreTheme(): void {
  try {
    const stored = localStorage.getItem(key);
    if (stored) document.documentElement.dataset.theme = stored;
  } catch {
    // Storage may be refused in a private window; the device's own choice then stands.
  }
}

export function toggleTheme(): Theme {
  const theme = currentTheme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // As above: the choice then lasts for this page only.
  }
  return theme;
}
