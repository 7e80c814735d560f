// SPDX-License-Identifier: Apache-2.0
// Requests made from the description of the API: valid ones are answered as it says, broken ones are refused, and no
// request whatever is a fault of the server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { description, operations, resolved, type Operation } from '../abuse/routes.ts';
import { filled, makeWorld, type Actor, type World } from '../permissions/world.ts';
import type { Answer } from '../harness.ts';

const seconds = Number(process.env.KONBIT_FUZZ_SECONDS ?? 20);
const seed = Number(process.env.KONBIT_SEED ?? 20261122);
const people: Actor[] = ['administrator', 'facilitator_own', 'respondent', 'anonymous'];

const ajv = new Ajv2020.default({ strict: false, allErrors: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'konbit', components: description.components });
const pointed = (schema: any) => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"konbit#/components'));
const validators = new Map<string, any>();

/// What is wrong with an answer by the description, or nothing.
function complaint({ operation, method, path }: Operation, { status, body, headers }: Answer): string {
  if (status >= 500) return `${status}`;
  const content = operation.responses[status]?.content?.['application/json'];
  if (status >= 400) return headers.get('content-type') === 'application/problem+json' && typeof body?.reason === 'string' ? '' : `${status} without a problem document`;
  if (!content?.schema) return '';
  const key = `${method} ${path} ${status}`;
  if (!validators.has(key)) validators.set(key, ajv.compile(pointed(content.schema)));
  const validate = validators.get(key);
  return validate(body) ? '' : `${status} whose body is not as described: ${ajv.errorsText(validate.errors)}`;
}

const hostileText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', '\u0000', '\ufeff', '\u202e', '=1+1', "' OR 1=1 --", '<img src=x onerror=alert(1)>', '../../etc/passwd', '%00', '9'.repeat(400), 'a'.repeat(5_000), '0001-01-01', '9999-12-31T23:59:59Z', 'null', '\ud83d\ude00'),
);

const formats: Record<string, fc.Arbitrary<unknown>> = {
  uuid: fc.uuid(),
  date: fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
  'date-time': fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString()),
};

/// Values that a schema takes, to a depth.
function valid(schema: any, depth = 4): fc.Arbitrary<unknown> {
  const at = resolved(schema) ?? {};
  if (at.const !== undefined) return fc.constant(at.const);
  if (at.enum) return fc.constantFrom(...at.enum);
  for (const union of [at.oneOf, at.anyOf]) if (union) return fc.oneof(...union.map((each: any) => valid(each, depth - 1)));
  if (at.allOf) return valid(at.allOf[0], depth - 1);
  const types: string[] = [at.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, at, depth)));
}

function ofType(type: string, at: any, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null': return fc.constant(null);
    case 'boolean': return fc.boolean();
    case 'integer': return fc.integer({ min: Math.max(at.minimum ?? -1000, -2147483648), max: Math.min(at.maximum ?? 100_000, 2147483647) });
    case 'number': return fc.double({ min: at.minimum ?? -1e6, max: at.maximum ?? 1e6, noNaN: true });
    case 'string': return formats[at.format] ?? fc.string({ minLength: at.minLength ?? 0, maxLength: Math.min(at.maxLength ?? 30, 60) });
    case 'array': return depth <= 0 ? fc.constant([]) : fc.array(valid(at.items ?? {}, depth - 1), { maxLength: 3 });
    default: return record(at, depth);
  }
}

function record(at: any, depth: number): fc.Arbitrary<unknown> {
  const entries = Object.entries<any>(at.properties ?? {});
  if (depth <= 0 || entries.length === 0) return fc.constant({});
  const required = (at.required ?? []) as string[];
  return fc.record(Object.fromEntries(entries.map(([name, each]) => [name, valid(each, depth - 1)])), { requiredKeys: required.filter((name) => at.properties[name]) });
}

const anything = fc.oneof(hostileText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }));

/// A valid value with one place broken: left out, replaced, or one too many.
const broken = (schema: any): fc.Arbitrary<unknown> =>
  fc.tuple(valid(schema), fc.nat(), anything, fc.constantFrom('replace', 'remove', 'add', 'whole')).map(([value, place, other, how]) => {
    if (how === 'whole' || typeof value !== 'object' || value === null) return other;
    const names = Object.keys(value);
    const name = names[place % Math.max(1, names.length)] ?? 'x';
    const { [name]: _, ...rest } = value as Record<string, unknown>;
    if (how === 'remove') return rest;
    return how === 'add' ? { ...value, [String(other)]: other } : { ...rest, [name]: other };
  });

type Asked = { query: Record<string, unknown>; holes: Record<string, string>; body: unknown; ifMatch: string };

/// Requests of an operation, as described or broken.
function requests({ operation }: Operation, isValid: boolean): fc.Arbitrary<Asked> {
  const of = (schema: any) => (isValid ? valid(schema) : fc.oneof(broken(schema), valid(schema)));
  const parameters = (place: string) => (operation.parameters ?? []).filter((each: any) => each.in === place);
  const query = fc.record(Object.fromEntries(parameters('query').map((each: any) => [each.name, of(each.schema)])), {
    requiredKeys: parameters('query').filter((each: any) => each.required).map((each: any) => each.name),
  });
  const holes = isValid ? fc.constant({}) : fc.oneof(fc.constant({}), fc.record(Object.fromEntries(parameters('path').map((each: any) => [each.name, hostileText]))));
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const body = schema ? of(schema) : fc.constant(undefined);
  return fc.record({ query, holes: holes as fc.Arbitrary<Record<string, string>>, body, ifMatch: fc.constantFrom('"1"', '"999"', '*', 'x') });
}

/// As it stands in an address. Things made up may have anything in place of toString.
const text = (value: unknown): string =>
  Array.isArray(value) ? value.map(text).join(',') : typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

async function ask(actor: Actor, { method, path }: Operation, { query, holes, body, ifMatch }: Asked): Promise<Answer | undefined> {
  const own = Object.fromEntries(Object.entries(holes).map(([name, value]) => [name, encodeURIComponent(value.toWellFormed())]));
  const address = filled(path.replace(/\{(\w+)\}/g, (hole, name) => own[name] || hole), world.ids);
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, text(value)])).toString();
  if (address.length + search.length > 12_000 || /\/\.{1,2}(\/|$)/.test(address)) return undefined;
  return world.clients[actor].request(method, address + (search && `?${search}`), { body, headers: { 'if-match': ifMatch } });
}

/// What would end the world that the others ask in.
const ending = new Set(['DELETE /api/session', 'DELETE /api/account/sessions', 'POST /api/account/erase', 'DELETE /api/answer/session', 'POST /api/rights/withdraw', 'POST /api/people/{id}/erase', 'PUT /api/account/password']);
const asked = operations.filter(({ method, path }) => !ending.has(`${method} ${path}`));

for (const isValid of [true, false])
  test(isValid ? 'requests as described are answered as described' : 'broken requests are refused, and none is a fault', async () => {
    const until = Date.now() + (seconds * 1000) / 2;
    const found = new Map<string, string>();
    let count = 0;
    for (let round = 0; Date.now() < until || round === 0; round++)
      for (const operation of asked) {
        if (round > 0 && Date.now() > until) break;
        const [request] = fc.sample(requests(operation, isValid), { seed: seed + round, numRuns: 1 });
        for (const actor of people) {
          const answer = await ask(actor, operation, request!);
          count++;
          const wrong = answer && complaint(operation, answer);
          const where = `${operation.method} ${operation.path}`;
          if (wrong && !found.has(where)) found.set(where, `${actor}: ${wrong} to ${JSON.stringify(request).slice(0, 400)} (seed ${seed + round})`);
        }
      }
    assert.deepEqual(Object.fromEntries(found), {});
    assert.ok(count >= asked.length, `${count} requests`);
    console.log(`${count} requests`);
  });

test('the same seed asks the same', () => {
  for (const operation of asked.slice(0, 40))
    assert.deepEqual(fc.sample(requests(operation, false), { seed, numRuns: 2 }), fc.sample(requests(operation, false), { seed, numRuns: 2 }));
});
