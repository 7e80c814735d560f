// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Problem, Result } from '$lib/api/problem';
import type { Passkey, PasskeyChallenge, PasskeyOffer, PasskeyProof } from '$lib/api/schema';
import { fromBase64url, toBase64url } from './base64url';

/// Passkeys, between the browser's own dialogs and the API.

/** Whether this browser can make and use them at all. */
export const arePossible = (): boolean => 'PublicKeyCredential' in globalThis;

export const listPasskeys = () => ask(api.GET('/api/account/passkeys'));

export const removePasskey = (passkey_id: string) =>
  ask(api.DELETE('/api/account/passkeys/{passkey_id}', { params: { path: { passkey_id } } }));

const failed = (code: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { status: 0, code, errors: [] },
});

/** ES256, EdDSA and RS256, as the server verifies them. */
const kinds = [-7, -8, -257];

const creation = (offer: PasskeyOffer): PublicKeyCredentialCreationOptions => ({
  challenge: fromBase64url(offer.challenge),
  rp: { id: offer.rp_id, name: 'Konbit' },
  user: { id: fromBase64url(offer.user_handle), name: offer.user_name, displayName: offer.display_name },
  pubKeyCredParams: kinds.map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: offer.known.map((id) => ({ type: 'public-key', id: fromBase64url(id) })),
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  attestation: 'none',
});

/** What the person cancels, and what the device cannot do, both end here. */
async function shown<C extends Credential>(dialog: () => Promise<Credential | null>): Promise<C | undefined> {
  try {
    return ((await dialog()) as C | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Makes a passkey in the browser's dialog and keeps it. */
export async function addPasskey(name: string): Promise<Result<Passkey>> {
  const offer = await ask(api.POST('/api/account/passkeys/offer'));
  if (!offer.ok) return offer;
  const made = await shown<PublicKeyCredential>(() =>
    navigator.credentials.create({ publicKey: creation(offer.value) }),
  );
  if (!made) return failed('passkey_not_made');
  const response = made.response as AuthenticatorAttestationResponse;
  const body = {
    name,
    client_data: toBase64url(response.clientDataJSON),
    attestation: toBase64url(response.attestationObject),
  };
  return ask(api.POST('/api/account/passkeys', { body }));
}

const proofOf = ({ id, response }: PublicKeyCredential): PasskeyProof => {
  const { clientDataJSON, authenticatorData, signature } = response as AuthenticatorAssertionResponse;
  return {
    credential: id,
    client_data: toBase64url(clientDataJSON),
    authenticator_data: toBase64url(authenticatorData),
    signature: toBase64url(signature),
  };
};

/** Asks the browser for a passkey. @returns What the server is to be shown. */
export async function askForPasskey(): Promise<Result<PasskeyProof>> {
  const asked = await ask(api.POST('/api/session/passkey/challenge'));
  if (!asked.ok) return asked;
  const { challenge, rp_id }: PasskeyChallenge = asked.value;
  const used = await shown<PublicKeyCredential>(() =>
    navigator.credentials.get({
      publicKey: { challenge: fromBase64url(challenge), rpId: rp_id, userVerification: 'required' },
    }),
  );
  return used ? { ok: true, value: proofOf(used) } : failed('passkey_not_used');
}
