// SPDX-License-Identifier: Apache-2.0
import { openDB, type DBSchema } from 'idb';
import type { Consent, RowState } from '$lib/api/schema';
import type { Entry, Store } from './outbox';
import type { Answers, Sheet } from './sheet';

/// What lies on this device: answers that wait to be sent, and what is asked, so that it can be answered without the
/// server. Where the browser refuses storage both last as long as the page.

/** A survey as it was last seen here. */
export interface Visit {
  /** The member for whom is answered. */
  owner: string;
  /** The public part of the personal link, by which it is found again. */
  link: string;
  sheet: Sheet;
  /** Without sealed ones. */
  answers: Answers;
  states: Record<string, RowState | null>;
  consent: Consent | null;
  at: number;
}

/** How long a survey opens without the server, in milliseconds; its session ends then too. */
export const keptFor = 14 * 24 * 3600 * 1000;

interface Shape extends DBSchema {
  outbox: { key: string; value: Entry; indexes: { owner: string } };
  visits: { key: string; value: Visit };
}

const database = openDB<Shape>('konbit-answer', 2, {
  upgrade(db, before) {
    if (before < 1) db.createObjectStore('outbox', { keyPath: 'key' }).createIndex('owner', 'owner');
    if (before < 2) db.createObjectStore('visits', { keyPath: 'owner' });
  },
}).catch(() => undefined);

const unkept = new Map<string, Entry>();

/** Whether something given here would be gone with the page. */
export const losesWhatWaits = (): boolean => unkept.size > 0;

const byOrder = (a: Entry, b: Entry) => a.sequence - b.sequence;

export const phone: Store = {
  async put(entry) {
    try {
      const db = await database;
      if (!db) throw new Error('no storage');
      await db.put('outbox', entry);
      unkept.delete(entry.key);
    } catch {
      unkept.set(entry.key, entry);
    }
  },
  async remove(key, sequence) {
    if (unkept.get(key)?.sequence === sequence) unkept.delete(key);
    const db = await database;
    if (!db) return;
    const transaction = db.transaction('outbox', 'readwrite');
    const kept = await transaction.store.get(key);
    if (kept && kept.sequence <= sequence) await transaction.store.delete(key);
    await transaction.done;
  },
  async all(owner) {
    const db = await database;
    const kept = db ? await db.getAllFromIndex('outbox', 'owner', owner) : [];
    const own = [...unkept.values()].filter((entry) => entry.owner === owner);
    return [...kept.filter(({ key }) => !unkept.has(key)), ...own].sort(byOrder);
  },
};

/** The part of a personal link that only finds a row of the server; it opens nothing. */
export const publicPart = (token: string): string => token.split('-')[0] ?? '';

let keeper: ((visit: Visit) => Promise<void>) | undefined;

/** From now on another one keeps the survey: sealed by a PIN (lock/). */
export const keepInstead = (another: (visit: Visit) => Promise<void>) => void (keeper = another);

/** Keeps the survey as it stands. A device without room goes on without. */
export async function keepVisit(visit: Visit): Promise<void> {
  if (keeper) return keeper(visit).catch(() => undefined);
  const db = await database;
  await db?.put('visits', visit).catch(() => undefined);
}

export async function forgetVisit(owner: string): Promise<void> {
  const db = await database;
  await db?.delete('visits', owner).catch(() => undefined);
}

/** A code typed from a card begins as the public part of its link does. */
const isSameLink = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));

/** The survey of a link, or the one seen last when the page is opened without; none after two weeks. */
export async function findVisit(token: string, now = Date.now()): Promise<Visit | undefined> {
  const db = await database;
  const all = (await db?.getAll('visits').catch(() => [])) ?? [];
  const fresh = all.filter(({ at }) => now - at < keptFor).sort((a, b) => b.at - a.at);
  await Promise.all(all.filter((each) => !fresh.includes(each)).map(({ owner }) => forgetVisit(owner)));
  return token ? fresh.find(({ link }) => isSameLink(link, publicPart(token))) : fresh[0];
}

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

/** The next one who answers here is told from the last: what a device gave comes back to it alone. */
export function forgetDevice(): void {
  memory.delete('konbit-device');
  try {
    localStorage.removeItem('konbit-device');
  } catch {
    return;
  }
}

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

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/** As browsers with Trusted Types want the address of the worker; the content security policy names the policy, and
 * takes it once. */
const workerPolicy = trustedTypes?.createPolicy('konbit-worker', { createScriptURL: (url) => url });

const workerUrl = (path = '/answer-worker.js'): string => workerPolicy?.createScriptURL(path) ?? path;

/** Has the browser keep the page itself, and not throw away what lies here when room gets short. A browser that will
 * not, as in a private window, is left alone; so is a signal that was lost meanwhile, until the next call. */
export async function keepPage(): Promise<void> {
  try {
    if (!(await navigator.serviceWorker.getRegistration('/s')))
      await navigator.serviceWorker.register(workerUrl(), { scope: '/s' });
    // Last: a browser may ask its owner first, and wait for the answer.
    await navigator.storage.persist();
  } catch {
    return;
  }
}
