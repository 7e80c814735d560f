// SPDX-License-Identifier: Apache-2.0
// A small OpenID provider on loopback, whose answers can be made wrong in every way that must keep somebody out.
import { createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign, createHash, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/// What is wrong with the next answers.
export type Slips = {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /// "none", or the public key used as a shared secret.
  forge?: 'none' | 'HS256' | 'other key';
  discovery?: Record<string, unknown> | string | 'redirect' | 'huge' | 'slow';
  keys?: 'huge' | 'none';
  token?: 'huge' | 'slow' | 'redirect' | 'refuse' | 'deep';
};

export class Provider {
  base = '';
  slips: Slips = {};
  subject = 'person-1';
  email = 'person@provider.example';
  algorithm: 'RS256' | 'ES256' = 'RS256';
  client_id = 'konbit-test';
  secret = 'between us';
  asked: string[] = [];
  /// What came with the last exchange of a code.
  exchange = new URLSearchParams();
  private server!: Server;
  private keys = new Map<string, { rs: KeyObject; es: KeyObject }>();
  private kid = '';
  private codes = new Map<string, { nonce: string; challenge: string; redirect_uri: string }>();

  static async start(): Promise<Provider> {
    const provider = new Provider();
    provider.changeKeys();
    provider.server = createServer((request, response) => void provider.answer(request, response));
    await new Promise<void>((resolve) => provider.server.listen(0, '127.0.0.1', resolve));
    provider.base = `http://127.0.0.1:${(provider.server.address() as AddressInfo).port}`;
    return provider;
  }

  get port() {
    return (this.server.address() as AddressInfo).port;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /// New keys under a new name; the former are published no more.
  changeKeys() {
    this.kid = randomBytes(4).toString('hex');
    this.keys = new Map([
      [
        this.kid,
        {
          rs: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
          es: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
        },
      ],
    ]);
  }

  /// What the person does at the provider's page. @returns The address that the browser is sent to.
  consent(url: string, change: Record<string, string> = {}): string {
    const asked = new URL(url).searchParams;
    const code = randomBytes(8).toString('hex');
    this.codes.set(code, {
      nonce: asked.get('nonce')!,
      challenge: asked.get('code_challenge')!,
      redirect_uri: asked.get('redirect_uri')!,
    });
    const answer = new URLSearchParams({ code, state: asked.get('state')!, iss: this.base, ...change });
    return `${asked.get('redirect_uri')}?${answer}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const path = new URL(request.url!, this.base).pathname;
    this.asked.push(path);
    if (path === '/authorize') return void response.writeHead(302, { location: this.consent(this.base + request.url) }).end();
    if (path === '/.well-known/openid-configuration') return this.discovery(response);
    if (path === '/keys') return this.publishKeys(response);
    if (path === '/token') return this.token(request, response);
    response.writeHead(404).end();
  }

  private json(response: ServerResponse, body: unknown) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private wrong(how: unknown, response: ServerResponse): boolean {
    if (how === 'huge') this.json(response, { filling: 'x'.repeat(100_000) });
    else if (how === 'slow') setTimeout(() => response.destroy(), 8000).unref();
    else if (how === 'redirect') response.writeHead(302, { location: this.base + '/elsewhere' }).end();
    else if (how === 'refuse') response.writeHead(400).end('{"error":"invalid_grant"}');
    else if (how === 'deep') response.end('['.repeat(5000) + ']'.repeat(5000));
    else return false;
    return true;
  }

  private discovery(response: ServerResponse) {
    if (this.wrong(this.slips.discovery, response)) return;
    this.json(response, {
      issuer: this.base,
      authorization_endpoint: this.base + '/authorize',
      token_endpoint: this.base + '/token',
      jwks_uri: this.base + '/keys',
      authorization_response_iss_parameter_supported: true,
      ...(this.slips.discovery as object | undefined),
    });
  }

  private publishKeys(response: ServerResponse) {
    if (this.wrong(this.slips.keys, response)) return;
    const keys = [...this.keys].flatMap(([kid, { rs, es }]) => [
      { ...createPublicKey(rs).export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' },
      { ...createPublicKey(es).export({ format: 'jwk' }), kid: kid + 'e', use: 'sig' },
      { kty: 'oct', k: 'c2VjcmV0', kid: 'shared' },
    ]);
    this.json(response, { keys: this.slips.keys === 'none' ? [] : keys });
  }

  private async token(request: IncomingMessage, response: ServerResponse) {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.exchange = new URLSearchParams(body);
    if (this.wrong(this.slips.token, response)) return;
    const known = this.codes.get(this.exchange.get('code') ?? '');
    this.codes.delete(this.exchange.get('code') ?? '');
    const expected = 'Basic ' + Buffer.from(`${encodeURIComponent(this.client_id)}:${encodeURIComponent(this.secret)}`).toString('base64');
    const challenge = createHash('sha256').update(this.exchange.get('code_verifier') ?? '').digest('base64url');
    const fits =
      known?.challenge === challenge &&
      known.redirect_uri === this.exchange.get('redirect_uri') &&
      request.headers.authorization === expected;
    if (!fits) return void response.writeHead(400).end('{"error":"invalid_grant"}');
    this.json(response, { access_token: 'unused', token_type: 'Bearer', id_token: this.idToken(known!.nonce) });
  }

  private idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.base, aud: this.client_id, sub: this.subject, nonce, iat: now, exp: now + 300, auth_time: now, email: this.email, email_verified: true,
      ...this.slips.claims,
    };
    return this.signed(claims);
  }

  private signed(claims: object): string {
    const forge = this.slips.forge;
    const isEc = this.algorithm === 'ES256';
    const own = this.keys.get(this.kid)!;
    const alg = forge === 'none' || forge === 'HS256' ? forge : this.algorithm;
    const message = `${base64url({ alg, kid: this.kid + (isEc ? 'e' : ''), ...this.slips.header })}.${base64url(claims)}`;
    if (forge === 'none') return message + '.';
    if (forge === 'HS256') {
      const shared = createPublicKey(own.rs).export({ format: 'pem', type: 'spki' });
      return `${message}.${createHmac('sha256', shared).update(message).digest('base64url')}`;
    }
    const kept = isEc ? own.es : own.rs;
    const key = forge === 'other key' ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : kept;
    return `${message}.${sign('sha256', Buffer.from(message), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }
}
