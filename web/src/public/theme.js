// SPDX-License-Identifier: Apache-2.0
// A blocking script of two statements, so that a chosen dark theme never flashes white. The key is that of
// src/lib/theme/theme.ts.
try {
  const chosen = localStorage.getItem('konbit-theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  document.documentElement.dataset.theme = ''; // storage is refused in a private window: the device decides
}
