// SPDX-License-Identifier: Apache-2.0

/// One short message at the foot of the page, read aloud politely. A new one replaces the old.
let message = $state('');
let timer: ReturnType<typeof setTimeout> | undefined;

export const toast = {
  get message() {
    return message;
  },
  show(text: string, duration_ms = 5000) {
    clearTimeout(timer);
    message = text;
    timer = setTimeout(() => (message = ''), duration_ms);
  },
};
