// SPDX-License-Identifier: Apache-2.0
import createClient from 'openapi-fetch';
import { untrack } from 'svelte';
import { hasText, textOf } from '$lib/i18n/i18n.svelte';
import type { paths } from './schema.gen';
import {
  codeOfStatus,
  fieldOf,
  offline,
  problemOf,
  type FieldProblem,
  type Problem,
  type Result,
} from './problem';

/// The typed way to the server. Every call ends in a Result; a refused or lost request is a value, not an exception.

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

let pending = $state(0);
let whenRefused = (): void => undefined;

/** What is done when the server refuses or hides something: the session may have ended. */
export const onRefused = (act: () => void): void => {
  whenRefused = act;
};
let isReachable = $state(true);
addEventListener('online', () => (isReachable = true));
addEventListener('offline', () => (isReachable = false));

/** What the header says about the connection. */
export const connection = {
  get isBusy() {
    return pending > 0;
  },
  get isReachable() {
    return isReachable;
  },
};

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}
type Data<A extends Answer> = Exclude<A['data'], undefined>;

/** Waits for a call of `api` and sorts its outcome. */
export async function ask<A extends Answer>(call: Promise<A>): Promise<Result<Data<A>>> {
  // A caller inside an effect must not come to depend on how many requests are under way.
  untrack(() => (pending += 1));
  try {
    const { data, error, response } = await call;
    isReachable = true;
    if (response.ok) return { ok: true, value: data as Data<A> };
    if ([401, 403, 404].includes(response.status)) whenRefused();
    return { ok: false, problem: problemOf(response.status, error) };
  } catch {
    isReachable = false;
    return { ok: false, problem: offline };
  } finally {
    pending -= 1;
  }
}

/** A key for an unsafe request that may be sent twice: the server acts on it once. */
export const idempotency = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** The header that makes a change fail when somebody else changed the record meanwhile. */
export const ifMatch = (record: { version: number }) => ({ 'If-Match': `"${String(record.version)}"` });

/** The reason in words; a reason without words of its own is worded by the status it came with. */
export const problemText = ({ code, status }: Problem): string =>
  textOf(hasText(`error.${code}`) ? `error.${code}` : `error.${codeOfStatus[status] ?? 'server_failed'}`);

/** What is wrong with one field. */
export const fieldText = ({ code, params }: Pick<FieldProblem, 'code' | 'params'>): string =>
  hasText(`error.${code}`) ? textOf(`error.${code}`, params) : textOf('error.field');

/** One message per field of a form. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const texts = problem.errors.map((error) => [fieldOf(error.pointer), fieldText(error)]);
  return Object.fromEntries(texts) as Record<string, string>;
}
