// SPDX-License-Identifier: Apache-2.0
import { offline, problemOf, type Problem, type Result } from '$lib/api/problem';
import type { PassedPhone } from '$lib/api/schema';
import { flush } from '../outbox';
import { forgetDevice, forgetVisit, phone } from '../phone';
import { endSession, sendEntry } from '../server';

/// One phone that goes from hand to hand at a meeting: each member begins with a clean one, and nobody gets back to
/// what another has answered.

/** The room in whose name the page was opened: `/s?room=<id>`. */
export const wantedRoom = (): string | null => new URLSearchParams(location.search).get('room');

/** Who is there. */
export async function loadRoom(room: string): Promise<Result<PassedPhone>> {
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(room)}`, { cache: 'no-store' });
    const content: unknown = await response.json().catch(() => undefined);
    return response.ok
      ? { ok: true, value: content as PassedPhone }
      : { ok: false, problem: problemOf(response.status, content) };
  } catch {
    return { ok: false, problem: offline };
  }
}

const holder = 'konbit-room-holder';

/** Notes whose hands the phone is in, so that it can be cleared even after it went dead there. */
export function noteHolder(member: string): void {
  try {
    localStorage.setItem(holder, member);
  } catch {
    // Storage refused: nothing outlives the page either.
  }
}

const holderHere = (): string | null => {
  try {
    return localStorage.getItem(holder);
  } catch {
    return null;
  }
};

/** Clears the phone of whoever had it last: what waits is sent first, then nothing of that member stays.
 * @return Why it cannot be cleared yet; the next member waits as long. */
export async function clearPhone(): Promise<Problem | undefined> {
  const member = holderHere();
  if (member) {
    const { waiting, stopped } = await flush(phone, member, sendEntry);
    if (waiting && !stopped) return offline;
    // What the server will not take any more helps nobody, and the next member must not find it.
    for (const { key, sequence } of await phone.all(member)) await phone.remove(key, sequence);
    await forgetVisit(member);
  }
  forgetDevice();
  const ended = await endSession();
  if (!ended.ok) return ended.problem;
  if (member) localStorage.removeItem(holder);
  return undefined;
}

/** Gives the phone on: the page is left, and its memory with it. */
export const startAnew = (room: string): void => location.replace(`/s?room=${encodeURIComponent(room)}`);

// A page that the browser kept for Back would come with the answers that it held.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && wantedRoom()) location.reload();
});
