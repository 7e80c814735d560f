// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';

/// Mailed links for somebody who is not signed in. Whether an address has an account is never told.

export const mailSignInLink = (email: string) => ask(api.POST('/api/sign_in_links', { body: { email } }));

export const mailReset = (email: string) => ask(api.POST('/api/password_resets', { body: { email } }));

export const resetPassword = (token: string, password: string) =>
  ask(api.POST('/api/password_resets/use', { body: { token, password } }));

/** What the two addresses of a change are asked. */
export type EmailAct = 'confirm' | 'undo';

export const followEmailLink = (act: EmailAct, token: string) =>
  act === 'confirm'
    ? ask(api.POST('/api/email_changes/confirm', { body: { token } }))
    : ask(api.POST('/api/email_changes/undo', { body: { token } }));
