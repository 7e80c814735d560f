// SPDX-License-Identifier: Apache-2.0
// An authenticator in software, written from WebAuthn level 2: makes keys and proofs, right ones and wrong ones.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export type Kind = 'ES256' | 'EdDSA' | 'RS256';

/// What may be wrong with what an authenticator says.
export type Slips = Partial<{
  type: string;
  origin: string;
  rpId: string;
  flags: number;
  crossOrigin: boolean;
  count: number;
  cose: Buffer;
  trailing: Buffer;
}>;

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

/// CBOR in its shortest form.
export function cbor(value: number | string | Buffer | Map<number | string, any>): Buffer {
  const head = (major: number, n: number) =>
    n < 24 ? Buffer.from([(major << 5) | n])
    : n < 256 ? Buffer.from([(major << 5) | 24, n])
    : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
}

const parts = { ES256: ['ec', { namedCurve: 'P-256' }], EdDSA: ['ed25519', {}], RS256: ['rsa', { modulusLength: 2048 }] } as const;

function coseOf(kind: Kind, key: KeyObject): Buffer {
  const jwk = key.export({ format: 'jwk' });
  const bytes = (name: 'x' | 'y' | 'n' | 'e') => Buffer.from(jwk[name]!, 'base64url');
  const entries: Record<Kind, () => [number, any][]> = {
    ES256: () => [[1, 2], [3, -7], [-1, 1], [-2, bytes('x')], [-3, bytes('y')]],
    EdDSA: () => [[1, 1], [3, -8], [-1, 6], [-2, bytes('x')]],
    RS256: () => [[1, 3], [3, -257], [-1, bytes('n')], [-2, bytes('e')]],
  };
  return cbor(new Map(entries[kind]()));
}

export class Authenticator {
  credential = randomBytes(24);
  count = 0;
  private kind: Kind;
  private origin: string;
  private keys: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(origin: string, kind: Kind = 'ES256') {
    const [type, options] = parts[kind];
    this.kind = kind;
    this.origin = origin;
    this.keys = (generateKeyPairSync as any)(type, options);
  }

  private clientData(type: string, challenge: string, slips: Slips) {
    const said = { type: slips.type ?? type, challenge, origin: slips.origin ?? this.origin, crossOrigin: slips.crossOrigin ?? false };
    return Buffer.from(JSON.stringify(said));
  }

  private head(flags: number, slips: Slips) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(slips.count ?? this.count);
    return Buffer.concat([sha256(slips.rpId ?? new URL(this.origin).hostname), Buffer.from([slips.flags ?? flags]), count]);
  }

  /// What navigator.credentials.create() answers.
  make(challenge: string, slips: Slips = {}) {
    const size = Buffer.from([this.credential.length >> 8, this.credential.length & 255]);
    const cose = slips.cose ?? coseOf(this.kind, this.keys.publicKey);
    const data = [this.head(0x45, slips), Buffer.alloc(16), size, this.credential, cose, slips.trailing ?? Buffer.alloc(0)];
    const attestation = new Map<string, any>([['fmt', 'none'], ['attStmt', new Map()], ['authData', Buffer.concat(data)]]);
    return {
      client_data: this.clientData('webauthn.create', challenge, slips).toString('base64url'),
      attestation: cbor(attestation).toString('base64url'),
    };
  }

  /// What navigator.credentials.get() answers.
  prove(challenge: string, slips: Slips = {}) {
    this.count += 1;
    const clientData = this.clientData('webauthn.get', challenge, slips);
    const data = Buffer.concat([this.head(0x05, slips), slips.trailing ?? Buffer.alloc(0)]);
    const signature = sign(this.kind === 'EdDSA' ? null : 'sha256', Buffer.concat([data, sha256(clientData)]), this.keys.privateKey);
    return {
      credential: this.credential.toString('base64url'),
      client_data: clientData.toString('base64url'),
      authenticator_data: data.toString('base64url'),
      signature: signature.toString('base64url'),
    };
  }
}
