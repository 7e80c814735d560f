// SPDX-License-Identifier: Apache-2.0
// The real binary over https: its own certificate, renewed while it serves.
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { binary, freePort } from '../harness.ts';

let folder: string;
let port: number;
let redirectPort: number;
let server: ChildProcess;
let log = '';

function makeCertificate(name: string) {
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '90'];
  const files = ['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.crt')];
  const made = spawnSync('openssl', [...words, ...files, '-subj', `/CN=${name}`], { encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
}

type Answer = { status: number; headers: Record<string, any>; body: string };

function ask(path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, rejectUnauthorized: false, ...options }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => (body += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/// Whose certificate a new connection is shown.
function shownName(at = port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: at, rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

async function until<T>(look: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const value = await look().catch(() => undefined);
    if (value !== undefined && is(value)) return value;
    if (attempt > 400) throw new Error(`it did not come to that:\n${log}`);
    await sleep(50);
  }
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'konbit-tls-'));
  makeCertificate('first');
  port = await freePort();
  redirectPort = await freePort();
  const files = ['--tls-certificate', join(folder, 'server.crt'), '--tls-key', join(folder, 'server.key')];
  const ports = ['--port', String(port), '--redirect-port', String(redirectPort)];
  server = spawn(binary, ['serve', '--demo', '--data', join(folder, 'data'), ...ports, ...files], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server.stdout!.on('data', (chunk) => (log += chunk));
  server.stderr!.on('data', (chunk) => (log += chunk));
  await until(() => ask('/healthz'), ({ status }) => status === 200);
});
after(async () => {
  const ended = new Promise((resolve) => server?.once('exit', resolve));
  server?.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

test('pages come by https, and say that they always will', async () => {
  const page = await ask('/?lang=en', { headers: { accept: 'text/html' } });
  assert.equal(page.status, 200);
  assert.match(page.headers['strict-transport-security'], /max-age=31536000/);
  assert.match(log, /serves on https:/);
});

test('signing in sets a cookie that goes by https only', async () => {
  const body = JSON.stringify({ email: 'alana@m10.example', password: 'neighbours-work-the-land' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const answer = await new Promise<Answer>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/api/session', method: 'POST', headers, rejectUnauthorized: false };
    const asked = request(options, (got) => {
      got.resume();
      got.on('end', () => resolve({ status: got.statusCode!, headers: got.headers, body: '' }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
  assert.equal(answer.status, 200);
  assert.match(String(answer.headers['set-cookie']), /__Host-konbit=.*Secure/);
});

test('who comes by plain HTTP is sent on, to this host and no other', async () => {
  const answer = await fetch(`http://127.0.0.1:${redirectPort}/clusters?q=nutmeg`, { redirect: 'manual' });
  assert.equal(answer.status, 308);
  assert.equal(answer.headers.get('location'), `https://127.0.0.1:${port}/clusters?q=nutmeg`);
  assert.equal((await fetch(`http://127.0.0.1:${redirectPort}/api/session`, { method: 'POST' })).status, 403);
  const read = await fetch(`http://127.0.0.1:${redirectPort}/api/organizations`, { redirect: 'manual' });
  assert.equal(read.status, 403, 'a program would never notice that it speaks in the clear');
});

test('SIGHUP reads a renewed certificate, and a broken one changes nothing', async () => {
  assert.equal(await shownName(), 'first');
  makeCertificate('second');
  assert.equal(await shownName(), 'first', 'nobody has told it yet');
  server.kill('SIGHUP');
  await until(shownName, (name) => name === 'second');
  writeFileSync(join(folder, 'server.crt'), 'half');
  server.kill('SIGHUP');
  await until(async () => log, (said) => said.includes('the certificate was not renewed'));
  assert.equal(await shownName(), 'second');
  assert.equal((await ask('/healthz')).status, 200);
});

test('a certificate and a key that do not belong together are refused at the start', () => {
  makeCertificate('third');
  writeFileSync(join(folder, 'other.key'), readFileSync(join(folder, 'server.key')), { mode: 0o600 });
  makeCertificate('fourth');
  const files = ['--tls-certificate', join(folder, 'server.crt'), '--tls-key', join(folder, 'other.key')];
  const words = ['serve', '--data', join(folder, 'other'), '--port', '0', ...files];
  const ran = spawnSync(binary, words, { encoding: 'utf8', timeout: 60_000 });
  assert.equal(ran.status, 1);
  assert.match(ran.stderr, /other\.key is not the key of .*server\.crt/);
  const half = spawnSync(binary, words.slice(0, -2), { encoding: 'utf8', timeout: 60_000 });
  assert.match(half.stderr, /tls_certificate and tls_key belong together/);
});
