// SPDX-License-Identifier: Apache-2.0
// The table of routes: the API as its description has it, the pages as the sources have them.
import { globSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { binary } from '../harness.ts';
import { filled } from '../permissions/world.ts';

/// One operation of the API.
export type Operation = { method: string; path: string; operation: any };

export const description = JSON.parse(spawnSync(binary, ['openapi'], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout);

/// Every operation, in the order of the description.
export const operations: Operation[] = Object.entries<any>(description.paths).flatMap(([path, methods]) =>
  Object.entries<any>(methods)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

/// A schema with its reference followed.
export function resolved(schema: any): any {
  let found = schema;
  while (found?.$ref) found = description.components.schemas[found.$ref.split('/').at(-1)];
  return found;
}

/// The JSON schema of an operation's body, or nothing.
export const bodySchema = ({ operation }: Operation): any =>
  resolved(operation.requestBody?.content?.['application/json']?.schema);

const route = /\broute\(\s*(?:http::)?(?:Method::)?(get|post|put|patch|remove),\s*"(\/[^"]*)"/g;

/// Every route that is a page, a file or a form: "GET /clusters/{slug}".
export const pageRoutes: string[] = [
  ...new Set(
    [...globSync('server/src/{features,app}/**/*.cpp')]
      .filter((file) => !file.endsWith('_test.cpp'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(route)])
      .map(([, method, path]) => `${method!.toUpperCase()} ${path}`)
      .filter((each) => !each.includes(' /api/')),
  ),
].sort();

/// A page with records of the demonstration in its holes.
export const filledPage = (path: string, ids: Record<string, string>): string =>
  filled(
    path
      .replace('/clusters/{slug}', '/clusters/windward-cocoa-and-spice')
      .replace('/organizations/{slug}', `/organizations/${ids.organization_slug ?? 'trafalgar-craft-chocolate'}`)
      .replace('/projects/{slug}', '/projects/windward-window')
      .replace('/experts/{slug}', '/experts/yvette-mondesir')
      .replace('/previews/clusters/{file}', '/previews/clusters/windward-cocoa-and-spice.png')
      .replace('/previews/organizations/{file}', '/previews/organizations/trafalgar-craft-chocolate.png')
      .replace('{rest...}', 'anywhere')
      .replace('/developers/{name}', '/developers/organizations'),
    ids,
  );
