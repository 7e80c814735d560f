// SPDX-License-Identifier: Apache-2.0
// usage: node tests/demonstration.ts FOLDER   Has the binary write the demonstration into the folder, and says which
// database it is in on PostgreSQL. Hundreds of servers of the tests begin with a copy, a second or three sooner.
import { cpSync } from 'node:fs';
import { TestServer } from './harness.ts';

const server = await TestServer.start(['--demo']);
await server.end();
cpSync(server.folder, process.argv[2]!, { recursive: true });
await server.stop();
console.log(server.database.KONBIT_DATABASE?.match(/\/(\w+)\?/)?.[1] ?? '');
