// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { TokenDraft, TokenScope } from '$lib/api/schema';

/// Tokens by which machines act for the own account.

export const scopes: TokenScope[] = [
  'read_directory',
  'read_clusters',
  'write_organizations',
  'import_tables',
];

/** How long a token may hold, in days. */
export const lifetimes = [7, 30, 90, 365];

export const listTokens = () => ask(api.GET('/api/account/tokens'));

/** The answer holds the token's text, which is not shown again. */
export const makeToken = (body: TokenDraft) => ask(api.POST('/api/account/tokens', { body }));

export const revokeToken = (token_id: string) =>
  ask(api.DELETE('/api/account/tokens/{token_id}', { params: { path: { token_id } } }));
