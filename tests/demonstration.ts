// SPDX-License-Identifier: Apache-2.0
// usage: node tests/demonstration.ts FOLDER   Has the binary write the demonstration into the folder, and says which
// database it is in on PostgreSQL. Hundreds of servers of the tests begin with a copy, a second or three sooner.
import { copyFolder, TestServer } from './harness.ts';

const server = await TestServer.start(['--demo']);
await server.end();
copyFolder(server.folder, process.argv[2]!);
await server.stop();
console.log(server.database.KONBIT_DATABASE?.match(/\/(\w+)\?/)?.[1] ?? '');
