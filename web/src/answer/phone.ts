// SPDX-License-Identifier: Apache-2.0
import { openDB, type DBSchema } from 'idb';
import type { Entry, Store } from './outbox';

/// The outbox on this device.

interface Shape extends DBSchema {
  outbox: { key: string; value: Entry; indexes: { owner: string } };
}

const database = openDB<Shape>('konbit-answer', 1, {
  upgrade(db) {
    db.createObjectStore('outbox', { keyPath: 'key' }).createIndex('owner', 'owner');
  },
});

export const phone: Store = {
  async put(entry) {
    await (await database).put('outbox', entry);
  },
  async remove(key, sequence) {
    const transaction = (await database).transaction('outbox', 'readwrite');
    const kept = await transaction.store.get(key);
    if (kept?.sequence === sequence) await transaction.store.delete(key);
    await transaction.done;
  },
  async all(owner) {
    const entries = await (await database).getAllFromIndex('outbox', 'owner', owner);
    return entries.sort((a, b) => a.sequence - b.sequence);
  },
};

const memory = new Map<string, string>();

function remembered(key: string, make: () => string): string {
  try {
    const value = localStorage.getItem(key) ?? make();
    localStorage.setItem(key, value);
    return value;
  } catch {
    // Storage refused, as in a private window: the name then lasts for this page.
    const value = memory.get(key) ?? make();
    memory.set(key, value);
    return value;
  }
}

/** A random name of this device; it says nothing about its owner. */
export const device = (): string => remembered('konbit-device', () => crypto.randomUUID());

let last = 0;

/** Grows with every call, over reloads too: the clock gives a start, and the counter rules out a step back. */
export function nextSequence(): number {
  const stored = Number(remembered('konbit-sequence', () => '0'));
  last = Math.max(last, stored, Date.now()) + 1;
  try {
    localStorage.setItem('konbit-sequence', String(last));
  } catch {
    memory.set('konbit-sequence', String(last));
  }
  return last;
}
