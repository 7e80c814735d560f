// SPDX-License-Identifier: Apache-2.0
import { openDB, type DBSchema } from 'idb';
import { forgetVisit, keepInstead, type Visit } from '../phone';
import { endSession } from '../server';
import { markLocked } from './mark';
import { keyOf, mostTries, seal, unseal, type Sealed } from './pin';

/// Surveys on this device that only a PIN opens.

interface Locked extends Sealed {
  /** The member for whom is answered. */
  owner: string;
  /** Wrong PINs since it was locked. */
  tries: number;
}

interface Shape extends DBSchema {
  locks: { key: string; value: Locked };
}

/** What the PIN opens: the personal link, and the survey as it was left. */
export interface Unlocked {
  token: string;
  visit?: Visit;
}

const database = () =>
  openDB<Shape>('konbit-answer-lock', 1, {
    upgrade: (db) => void db.createObjectStore('locks', { keyPath: 'owner' }),
  });

const all = async (): Promise<Locked[]> => {
  try {
    return await (await database()).getAll('locks');
  } catch {
    return [];
  }
};

/** Whoever opens the link or types the code again needs no PIN, and has none until another is set. */
export async function forgetLock(owner: string): Promise<void> {
  try {
    await (await database()).delete('locks', owner);
    markLocked((await all()).length > 0);
  } catch {
    return;
  }
}

async function keep(
  made: Awaited<ReturnType<typeof keyOf>>,
  owner: string,
  content: Unlocked,
): Promise<void> {
  const sealed = await seal(made, JSON.stringify(content));
  await (await database()).put('locks', { ...sealed, owner, tries: 0 });
  markLocked(true);
}

/** From now on what is kept of the survey is sealed. */
async function guard(
  made: Awaited<ReturnType<typeof keyOf>>,
  owner: string,
  token: string,
  visit?: Visit,
): Promise<void> {
  await keep(made, owner, visit ? { token, visit } : { token });
  keepInstead((later) => keep(made, owner, { token, visit: later }));
  await forgetVisit(owner);
}

/** Sets a PIN for the survey of a member on this device. */
export const setPin = async (pin: string, owner: string, token: string): Promise<void> =>
  guard(await keyOf(pin), owner, token);

/** Ends what this device may see until the PIN is typed. Without a connection its session ends with the next one
 * (Locked.svelte). */
export async function lockNow(): Promise<void> {
  await endSession();
  location.replace('/s');
}

/** Opens what this PIN sealed. @return Nothing for a wrong one; `tries` left then, none once it was wrong too often. */
export async function unlock(pin: string): Promise<{ unlocked?: Unlocked; triesLeft: number }> {
  const locks = await all();
  for (const locked of locks) {
    const made = await keyOf(pin, locked.salt, locked.rounds);
    const text = await unseal(made.key, locked);
    if (text !== undefined) {
      const content = JSON.parse(text) as Unlocked;
      await guard(made, locked.owner, content.token, content.visit);
      return { unlocked: content, triesLeft: mostTries };
    }
  }
  // Only a PIN that opens none of them was wrong.
  let triesLeft = 0;
  for (const locked of locks) {
    const tries = locked.tries + 1;
    if (tries >= mostTries) await forgetLock(locked.owner);
    else await (await database()).put('locks', { ...locked, tries });
    triesLeft = Math.max(triesLeft, mostTries - tries);
  }
  return { triesLeft };
}
