// SPDX-License-Identifier: Apache-2.0

/// A mark on this device that somebody is signed in, so that the directory's pages, which are the same for everybody,
/// can say "My clusters" instead of "Sign in". It opens nothing: the session is a cookie that no script reads.
const key = 'konbit-signed-in';

export function markSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Storage refused, as in a private window: the pages then say "Sign in", which leads to the same place.
  }
}

export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
