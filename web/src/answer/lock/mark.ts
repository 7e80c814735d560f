// SPDX-License-Identifier: Apache-2.0

/// Whether something on this device waits for a PIN, known without loading what opens it.

const key = 'konbit-answer-locked';

export function markLocked(isLocked: boolean): void {
  try {
    if (isLocked) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    return;
  }
}

export function isMarkedLocked(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
