// SPDX-License-Identifier: Apache-2.0
import { keepSession } from '$features/accounts/session.svelte';
import { api, ask } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type { Destination, ProviderSession } from '$lib/api/schema';

/// Signing in through services of others. The browser is sent there and comes back to /sign-in/with/<provider>.

export const listProviders = () => ask(api.GET('/api/session/providers'));

export const listIdentities = () => ask(api.GET('/api/account/identities'));

export const unlink = (identity_id: string) =>
  ask(api.DELETE('/api/account/identities/{identity_id}', { params: { path: { identity_id } } }));

/** Leaves the app when the server says where to. */
function follow(result: Result<Destination>): Result<Destination> {
  if (result.ok) location.assign(result.value.url);
  return result;
}

export const signInWith = async (provider: string, return_to: string, invitation = '') =>
  follow(
    await ask(
      api.POST('/api/session/providers/{provider}', {
        params: { path: { provider } },
        body: { return_to, invitation },
      }),
    ),
  );

export const linkTo = async (provider: string) =>
  follow(await ask(api.POST('/api/account/identities/{provider}', { params: { path: { provider } } })));

/** Hands the server what the service wrote into the address. */
export async function finish(provider: string, query: URLSearchParams): Promise<Result<ProviderSession>> {
  const of = (name: string) => query.get(name) ?? '';
  const body = { provider, state: of('state'), code: of('code'), iss: of('iss'), error: of('error') };
  const result = await ask(api.POST('/api/session/provider', { body }));
  if (result.ok && !result.value.is_linked) keepSession(result.value.session);
  return result;
}
