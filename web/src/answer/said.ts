// SPDX-License-Identifier: Apache-2.0
import type { Said, SaidOfQuestion, SaidRow, SaidTie } from '$lib/api/schema';
import type { Entry } from './outbox';

/// Several answers as they travel together: the device is named once, a question once for all that was said of it in a
/// row.

/** @param entries  Ties and whole questions of one device, at least one. */
export function saidIn(entries: readonly Entry[]): Said {
  const questions: SaidOfQuestion[] = [];
  const said: Said = { device: '', questions };
  for (const { path, body } of entries) {
    const [, , question_id = '', , alter_id] = path.split('/');
    const { device, ...answer } = body;
    said.device = String(device);
    const last = questions.at(-1);
    // A question is told from its ties to its end: what comes after that is told anew.
    const current = last && last.question_id === question_id && !last.row ? last : { question_id, ties: [] };
    if (current !== last) questions.push(current);
    if (alter_id) current.ties?.push({ alter_id, ...answer } as SaidTie);
    else current.row = answer as SaidRow;
  }
  return said;
}
