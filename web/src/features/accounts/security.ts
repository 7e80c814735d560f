// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';

/// How the own account is entered, and where it is signed in.

export const findEntrances = () => ask(api.GET('/api/account/entrances'));

export const prove = (password: string, code: string) =>
  ask(api.POST('/api/account/proof', { body: { password, code } }));

export const setPassword = (password: string) =>
  ask(api.PUT('/api/account/password', { body: { password } }));

export const setEmail = (email: string) => ask(api.PUT('/api/account/email', { body: { email } }));

export const beginCodes = () => ask(api.POST('/api/account/codes'));

export const confirmCodes = (code: string) => ask(api.POST('/api/account/codes/confirm', { body: { code } }));

export const renewRecoveryCodes = () => ask(api.POST('/api/account/codes/recovery'));

export const removeCodes = (password: string) =>
  ask(api.POST('/api/account/codes/remove', { body: { password } }));

export const listSessions = () => ask(api.GET('/api/account/sessions'));

export const endSession = (session_id: string) =>
  ask(api.DELETE('/api/account/sessions/{session_id}', { params: { path: { session_id } } }));

export const endOtherSessions = () => ask(api.DELETE('/api/account/sessions'));
