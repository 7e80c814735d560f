// SPDX-License-Identifier: Apache-2.0
// The database behind a server, as somebody sees it who looks without asking: for tests that nothing changed.
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { TestServer } from '../harness.ts';

/// What changes by itself: sessions note that they were seen, jobs run, mail leaves, keys of repeated requests are kept, and
/// the audit log notes what was refused and read.
const restless = /^(sessions|jobs|outbox_mail|idempotency_keys|tickets|account_devices|audit_|outside_readings$|sqlite_|search_documents_|search_entries_)/;

function open(server: TestServer): DatabaseSync {
  const database = new DatabaseSync(join(server.folder, 'konbit.sqlite'), { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000');
  return database;
}

const tablesOf = (database: DatabaseSync): string[] =>
  database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all().map((row: any) => row.name);

/// Every column name of every table, once.
export function columnNames(server: TestServer): string[] {
  const database = open(server);
  const names = new Set<string>();
  for (const table of tablesOf(database))
    for (const column of database.prepare(`PRAGMA table_info("${table}")`).all() as any[]) names.add(column.name);
  database.close();
  return [...names].sort();
}

/// Every row of every table that does not move by itself, by table.
export function contents(server: TestServer): Record<string, string[]> {
  const database = open(server);
  const all: Record<string, string[]> = {};
  for (const table of tablesOf(database).filter((name) => !restless.test(name)))
    try {
      all[table] = database.prepare(`SELECT * FROM "${table}"`).all().map((row) => JSON.stringify(row, asText)).sort();
    } catch {
      // The shadow tables of an index have no rows that SQL can read.
    }
  database.close();
  return all;
}

const asText = (_: string, value: unknown) =>
  typeof value === 'bigint' ? String(value) : value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;

/// The tables whose rows differ.
export const changedTables = (before: Record<string, string[]>, after: Record<string, string[]>): string[] =>
  Object.keys(after).filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]));
