// SPDX-License-Identifier: Apache-2.0
import { askForPasskey } from '$features/passkeys/passkeys';
import { api, ask, onRefused } from '$lib/api/client.svelte';
import { newest } from '$lib/api/newest';
import type { Result } from '$lib/api/problem';
import type { Session } from '$lib/api/schema';
import { markSignedIn } from '$lib/session/mark';

/// Who is signed in on this device, as the server last said.
const nobody: Session = { account: null, grants: [], ticket: null, lacks_second_factor: false };
let current = $state.raw(nobody);
let isKnown = $state(false);

export const session = {
  get account() {
    return current.account;
  },
  get grants() {
    return current.grants;
  },
  /** Nothing opens yet: the account holds an office that demands a second factor. */
  get lacksSecondFactor() {
    return current.lacks_second_factor;
  },
  /** False until the server has answered once. */
  get isKnown() {
    return isKnown;
  },
  /** Whether the account keeps the directory of a country, or of all. */
  get mayKeepDirectory() {
    return current.grants.some(
      ({ role, scope }) =>
        (scope === 'platform' && (role === 'administrator' || role === 'regional_editor')) ||
        (scope === 'country' && (role === 'national' || role === 'bso_officer')),
    );
  },
  get isAdministrator() {
    return current.grants.some(({ role, scope }) => scope === 'platform' && role === 'administrator');
  },
  /** Whether the account answers for data of people on this installation. */
  get mayKeepPrivacy() {
    return current.grants.some(
      ({ role, scope }) => scope === 'platform' && (role === 'administrator' || role === 'regional_editor'),
    );
  },
  /** The countries whose directory the account keeps; none for those who keep all of them. */
  get countriesKept(): string[] {
    return current.grants.flatMap(({ role, scope, scope_id }) =>
      scope === 'country' && (role === 'national' || role === 'bso_officer') && scope_id ? [scope_id] : [],
    );
  },
  /** Whether the account runs this cluster. Administrators of the platform do not: its answers are none of theirs. */
  mayFacilitate: (clusterId: string) =>
    current.grants.some(({ role, scope_id }) => role === 'facilitator' && scope_id === clusterId),
  /** Whether the account may read totals of the cluster; of a ministry the server decides by the country. */
  mayReadTotals: (clusterId: string) =>
    current.grants.some(
      ({ role, scope, scope_id }) =>
        ((role === 'facilitator' || role === 'researcher') && scope_id === clusterId) ||
        (scope === 'platform' && (role === 'researcher' || role === 'regional_editor')) ||
        (scope === 'country' && role === 'national'),
    ),
};

function keep(result: Result<Session>): Result<Session> {
  if (result.ok) current = result.value;
  isKnown = true;
  if (result.ok) markSignedIn(result.value.account !== null);
  return result;
}

/** Takes over what another way of signing in answered. */
export const keepSession = (value: Session): void => void keep({ ok: true, value });

const answers = newest();
export async function refreshSession(): Promise<void> {
  const result = await answers.of(ask(api.GET('/api/session')));
  if (result) keep(result);
}

/** The answer holds a ticket instead of an account when a code is still to come. */
export const signIn = async (email: string, password: string) =>
  keep(await ask(api.POST('/api/session', { body: { email, password } })));

/** The second step, for accounts that ask for a code. */
export const sendCode = async (ticket: string, code: string) =>
  keep(await ask(api.POST('/api/session/code', { body: { ticket, code } })));

export const signInByLink = async (token: string) =>
  keep(await ask(api.POST('/api/session/link', { body: { token } })));

/** Asks the browser for a passkey and signs in by it. */
export async function signInByPasskey(): Promise<Result<Session>> {
  const proof = await askForPasskey();
  return proof.ok ? keep(await ask(api.POST('/api/session/passkey', { body: proof.value }))) : proof;
}

export async function signOut(): Promise<void> {
  await ask(api.DELETE('/api/session'));
  // An answer under way may still name the account.
  answers.drop();
  current = nobody;
  markSignedIn(false);
}

// Whoever is signed in no more is told so by the shell, which shows the sign-in page and comes back here afterwards.
onRefused(() => {
  if (current.account) void refreshSession();
});
