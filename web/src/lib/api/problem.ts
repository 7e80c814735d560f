// SPDX-License-Identifier: Apache-2.0

/// What went wrong with a request: a problem document of the server, or no answer at all.
export interface Problem {
  /** HTTP status; 0 when there was no answer. */
  status: number;
  /** Machine-readable reason, worded by `error.<code>`. */
  code: string;
  errors: FieldProblem[];
}

export interface FieldProblem {
  /** JSON pointer into what was sent: "/name". */
  pointer: string;
  code: string;
  params: Record<string, string | number>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const offline: Problem = { status: 0, code: 'offline', errors: [] };

export const codeOfStatus: Record<number, string> = {
  400: 'malformed',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'changed_meanwhile',
  413: 'too_large',
  503: 'unavailable',
  422: 'invalid',
  428: 'changed_meanwhile',
  429: 'too_many_requests',
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function fieldProblem(value: unknown): FieldProblem[] {
  if (!isRecord(value) || typeof value.code !== 'string') return [];
  const params = isRecord(value.params) ? (value.params as Record<string, string | number>) : {};
  return [{ pointer: typeof value.pointer === 'string' ? value.pointer : '', code: value.code, params }];
}

/** Reads application/problem+json; anything else becomes the reason that the status stands for. */
export function problemOf(status: number, body: unknown): Problem {
  const fallback = codeOfStatus[status] ?? 'server_failed';
  if (!isRecord(body)) return { status, code: fallback, errors: [] };
  const code = [body.reason, body.code].find((value) => typeof value === 'string') ?? fallback;
  // A refusal as a whole is no matter of a value, although both are called not_allowed.
  const worded = status === 403 && code === 'not_allowed' ? 'no_access' : code;
  return {
    status,
    code: worded,
    errors: Array.isArray(body.errors) ? body.errors.flatMap(fieldProblem) : [],
  };
}

/** The field a pointer leads to: "/contact_email" is `contact_email`, "/wording/en" is `wording`. */
export const fieldOf = (pointer: string): string => pointer.replace(/^\//, '').split('/')[0] ?? '';
