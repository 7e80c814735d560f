// SPDX-License-Identifier: Apache-2.0

const longest_ms = 30_000;
const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** A part of the survey that comes when it is needed. Without signal it is asked for again, ever more seldom, until it
 *  is there: what is shown besides goes on meanwhile. */
export async function arriving<Part>(load: () => Promise<Part>, wait_ms = 1_000): Promise<Part> {
  for (let wait = wait_ms; ; wait = Math.min(2 * wait, longest_ms)) {
    try {
      return await load();
    } catch {
      await pause(wait);
    }
  }
}

/** Loads what no first screen shows. */
export const later = () => arriving(() => import('./later'));
