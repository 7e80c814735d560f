// SPDX-License-Identifier: Apache-2.0
import type { Entry } from './outbox';

/// Answers that wait, as a file: the way out of a browser that keeps nothing.

const kind = 'konbit answers 1';

export const fileOf = (owner: string, entries: readonly Entry[]): Blob =>
  new Blob([JSON.stringify({ kind, owner, entries })], { type: 'application/json' });

const isEntry = (value: unknown, owner: string): value is Entry => {
  const entry = value as Partial<Entry> | null;
  return (
    typeof entry?.key === 'string' &&
    typeof entry.path === 'string' &&
    typeof entry.sequence === 'number' &&
    typeof entry.body === 'object' &&
    entry.owner === owner
  );
};

/** What waits in a file. Nothing when it is no such file, is damaged, or belongs to the survey of another. */
export function entriesIn(text: string, owner: string): Entry[] | undefined {
  try {
    const file = JSON.parse(text) as { kind?: unknown; owner?: unknown; entries?: unknown };
    if (file.kind !== kind || file.owner !== owner || !Array.isArray(file.entries)) return undefined;
    return file.entries.every((each) => isEntry(each, owner)) ? file.entries : undefined;
  } catch {
    return undefined;
  }
}
