// SPDX-License-Identifier: Apache-2.0
// What the commands of an operator say when something is not as it should be.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TestServer } from '../harness.ts';

let server: TestServer;

before(async () => {
  server = await TestServer.start();
});
after(() => server?.stop());

test('a mistyped folder is not made into an installation', () => {
  const folder = join(server.folder, 'mistyped');
  const user = ['user', 'add', '--email', 'ines@konbit.example', '--name', 'Ines Weekes', '--role', 'administrator'];
  for (const words of [user, ['doctor']]) {
    const ran = server.command(...words, '--data', folder);
    assert.equal(ran.status, 1, words[0]);
    assert.match(ran.stderr, /nothing is installed in .*mistyped: name the folder with --data/);
    assert.ok(!existsSync(folder));
  }
});

test('a command says in words what is wrong, and where', () => {
  const edges = join(server.folder, 'few-edges.csv');
  const nodes = join(server.folder, 'few-nodes.csv');
  writeFileSync(edges, 'from,to\n1,2\n');
  const members = ['1,Patrol', '2,Red Cross', '3,Rangers'];
  const imported = (n: number, name: string) => {
    writeFileSync(nodes, ['id,name', ...members.slice(0, n)].join('\n'));
    return server.command('import', 'network', edges, nodes, '--data', server.folder, '--name', name, '--country', 'GD');
  };
  assert.equal(imported(2, 'Rescue').stderr, 'konbit: A wave needs at least three members.\n');
  assert.equal(imported(3, '').stderr, 'konbit: name: This is needed.\n');
});
