// SPDX-License-Identifier: Apache-2.0
// The hand-written table of who may do what, and what an answer says of the policy.
import { readFileSync } from 'node:fs';
import type { Answer } from '../harness.ts';
import { actors, type Actor } from './world.ts';

/// One route with what each kind of person is to meet: yes, 401, 403 or 404.
export type Row = { method: string; path: string; expected: Record<Actor, string> };

export function expectedRows(): Row[] {
  const [, ...lines] = readFileSync(new URL('expected.csv', import.meta.url), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [method, path, ...cells] = line.split(',');
    const expected = Object.fromEntries(actors.map((actor, i) => [actor, cells[i]!])) as Record<Actor, string>;
    return { method: method!, path: path!, expected };
  });
}

/// Refused with 401, 403 or 404, or admitted. An admitted request can be answered 401 for a wrong password or link, and
/// 404 by a handler; a policy never says so. Whoever is signed in long enough is asked to prove it again: the route is
/// theirs all the same.
export function verdict({ status, body }: Answer<any>): string {
  const reason: string | undefined = body?.reason;
  if (reason === 'prove_again') return 'yes';
  if (reason === 'wrong_email_or_password' || reason === 'analysis' || reason?.startsWith('link_')) return 'yes';
  return [401, 403, 404].includes(status) ? String(status) : 'yes';
}
