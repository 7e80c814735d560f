// SPDX-License-Identifier: Apache-2.0

/// A PIN for this device. It is kept nowhere, not even as a hash: it makes the key by which what lies here is sealed,
/// and a wrong one makes a key that opens nothing.

/** What was sealed, and what its key is made of besides the PIN. */
export interface Sealed {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Rounds of PBKDF2 with SHA-256, as OWASP asks for in 2023; a third of a second on a modest phone. */
export const usualRounds = 600_000;

/** So often may a wrong PIN be typed; then what is sealed here goes, and the link or code opens the survey anew. */
export const mostTries = 5;

export const isPin = (typed: string): boolean => /^\d{4,6}$/.test(typed);

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** The key of a PIN; it cannot be taken out of the browser. */
export async function keyOf(
  pin: string,
  salt: Uint8Array<ArrayBuffer> = random(16),
  rounds = usualRounds,
): Promise<{ key: CryptoKey; salt: Uint8Array<ArrayBuffer>; rounds: number }> {
  const bytes = new TextEncoder().encode(pin);
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { key, salt, rounds };
}

export async function seal(made: Awaited<ReturnType<typeof keyOf>>, text: string): Promise<Sealed> {
  const iv = random(12);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, made.key, new TextEncoder().encode(text));
  return { salt: made.salt, rounds: made.rounds, iv, data };
}

/** The text that was sealed; nothing with another key. */
export async function unseal(key: CryptoKey, { iv, data }: Sealed): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
  } catch {
    return undefined;
  }
}
