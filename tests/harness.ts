// SPDX-License-Identifier: Apache-2.0
// Starts the real binary in a temporary folder on a free loopback port, and ends it by its pid.
// Run by node's own test runner, which reads TypeScript: tools/test-server tests/api
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/// The binary under test; tools/test-server names it.
export const binary = process.env.KONBIT_BINARY ?? 'build/release/server/konbit';

/// Every demonstration account has this password; `konbit serve --demo` prints it too.
export const demoPassword = 'neighbours-work-the-land';

/// What a test sees of an answer.
export type Answer<T = any> = { status: number; headers: Headers; body: T; text: string; bytes: Buffer };

export type RequestOptions = {
  body?: unknown;
  /// Sent as it is, with this media type, instead of `body` as JSON.
  raw?: { type: string; bytes: string | Uint8Array };
  headers?: Record<string, string>;
};

/// A visitor with a cookie jar of its own.
export class Client {
  cookies = new Map<string, string>();
  base: string;

  constructor(base: string) {
    this.base = base;
  }

  async request<T = any>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
    if (this.cookies.size > 0) headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    let body: string | Uint8Array | undefined;
    if (options.raw) {
      headers['content-type'] = options.raw.type;
      body = options.raw.bytes;
    } else if (options.body !== undefined) {
      headers['content-type'] = 'application/json';
      body = JSON.stringify(options.body);
    }
    const response = await fetch(this.base + path, { method, headers, body, redirect: 'manual' });
    this.keepCookies(response);
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, bytes, text, body: asJson(text) as T };
  }

  get<T = any>(path: string, options?: RequestOptions) {
    return this.request<T>('GET', path, options);
  }
  post<T = any>(path: string, body?: unknown, options: RequestOptions = {}) {
    return this.request<T>('POST', path, { body, ...options });
  }
  put<T = any>(path: string, body?: unknown, options: RequestOptions = {}) {
    return this.request<T>('PUT', path, { body, ...options });
  }
  patch<T = any>(path: string, body: unknown, version?: number) {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    return this.request<T>('PATCH', path, { body, headers });
  }
  remove<T = any>(path: string, version?: number) {
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    return this.request<T>('DELETE', path, { headers });
  }

  private keepCookies(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair!.indexOf('=');
      const name = pair!.slice(0, at);
      const value = pair!.slice(at + 1);
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/// A running server of its own, with data that nobody else touches.
export class TestServer {
  folder: string;
  port: number;
  log = '';
  private process: ChildProcess | undefined;
  private options: string[];
  /// How every process of this server is told its database.
  readonly database: Record<string, string>;

  private constructor(folder: string, port: number, options: string[], database: Record<string, string>) {
    this.folder = folder;
    this.port = port;
    this.options = options;
    this.database = database;
  }

  /// Serves a fresh folder; `['--demo']` loads the demonstration data, or takes a copy where tools/test-server has had
  /// it written already. A test asks more in a minute than anybody who is one person; whoever tests the limits names
  /// `--requests-per-minute`.
  static async start(options: string[] = ['--demo']): Promise<TestServer> {
    const asked = options.includes('--requests-per-minute') ? options : [...options, '--requests-per-minute', '100000'];
    const folder = mkdtempSync(join(tmpdir(), 'konbit-test-'));
    const written = options.includes('--demo') ? process.env.KONBIT_DEMONSTRATION : undefined;
    if (written) copyFolder(written, folder);
    const database = newDatabase(written && process.env.KONBIT_DEMONSTRATION_DATABASE);
    const server = new TestServer(folder, await freePort(), asked, database);
    await server.restart();
    return server;
  }

  get base() {
    return `http://127.0.0.1:${this.port}`;
  }

  /// Of the running process.
  get pid() {
    return this.process?.pid;
  }

  client() {
    return new Client(this.base);
  }

  /// A client that is signed in to a demonstration account.
  async as(email: string): Promise<Client> {
    const client = this.client();
    const answer = await client.post('/api/session', { email, password: demoPassword });
    if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.status} ${answer.text}`);
    return client;
  }

  /// Runs a command of the binary on this server's data.
  command(...words: string[]) {
    return spawnSync(binary, words, { encoding: 'utf8', env: { ...process.env, ...this.database } });
  }

  /// Begins a command that runs beside the test; what it says is dropped.
  beginCommand(...words: string[]): ChildProcess {
    return spawn(binary, words, { stdio: 'ignore', env: { ...process.env, ...this.database } });
  }

  /// Changes the database behind the server's back, on either engine: what no route can do, such as letting days pass.
  execute(sql: string) {
    const address = this.database.KONBIT_DATABASE;
    if (address) {
      const done = spawnSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', address, '-c', sql], { encoding: 'utf8' });
      if (done.status !== 0) throw new Error(done.stderr);
      return;
    }
    const database = new DatabaseSync(join(this.folder, 'konbit.sqlite'));
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec(sql);
    database.close();
  }

  /// Starts the process on the same data, ending the one that runs.
  async restart() {
    await this.end();
    this.process = spawn(binary, ['serve', '--data', this.folder, '--port', String(this.port), ...this.filled(this.options)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.database },
    });
    this.process.stdout!.on('data', (chunk) => (this.log += chunk));
    this.process.stderr!.on('data', (chunk) => (this.log += chunk));
    await this.untilHealthy();
  }

  /// `PORT` in an option is the port that was found free.
  private filled(options: string[]) {
    return options.map((option) => option.replace('PORT', String(this.port)));
  }

  private async untilHealthy() {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (this.process!.exitCode !== null) throw new Error(`the server ended at once:\n${this.log}`);
      const healthy = await fetch(this.base + '/healthz').then((r) => r.ok, () => false);
      if (healthy) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not come up:\n${this.log}`);
  }

  /// Ends the process as a power cut would.
  async kill() {
    await this.end('SIGKILL');
  }

  /// Asks the process to stop, and waits until it has.
  async end(signal: NodeJS.Signals = 'SIGTERM') {
    const process = this.process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill(signal);
    await ended;
  }

  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/// With every file as private as it was.
export function copyFolder(from: string, to: string) {
  const done = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

let databases = 0;

/// With KONBIT_TEST_ON=postgres (below tools/with-postgres) each server has a new PostgreSQL database, empty or a copy of
/// the one named; otherwise the embedded one in its folder.
export function newDatabase(source = 'template1'): Record<string, string> {
  if (process.env.KONBIT_TEST_ON !== 'postgres') return {};
  const cluster = process.env.KONBIT_TEST_POSTGRES;
  if (!cluster) throw new Error('KONBIT_TEST_ON=postgres needs tools/with-postgres');
  const name = `api_${process.pid}_${databases++}`;
  const sql = `CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY file_copy`;
  const made = spawnSync('psql', ['-q', cluster, '-c', sql], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return { KONBIT_DATABASE: cluster.replace('/postgres?', `/${name}?`) };
}

/// Brings a table in and has it written. @returns The finished import.
export async function importTable(client: Client, path: string, bytes: string | Uint8Array) {
  const made = await client.post(path, undefined, { raw: { type: 'application/octet-stream', bytes } });
  if (made.status !== 201) throw new Error(`import: ${made.status} ${made.text}`);
  const started = await client.post(`/api/imports/${made.body.id}/start`);
  if (started.status !== 200) throw new Error(`start: ${started.status} ${started.text}`);
  for (let attempt = 0; attempt < 600; attempt++) {
    const { body } = await client.get(`/api/imports/${made.body.id}`);
    if (body.state === 'done') return body;
    if (body.state !== 'running') throw new Error(`${body.state}: ${body.failure}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import does not end');
}

/// A port of the loopback address that nobody listens on just now.
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
