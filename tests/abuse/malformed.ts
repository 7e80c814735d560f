// SPDX-License-Identifier: Apache-2.0
// Requests that are none: a table by what is wrong with them. Each is followed on its connection by a request that an
// attacker would want to be taken for somebody else's.

/// One case. `status` is what answers it; several are given where RFC 9112 leaves the choice.
export type Case = { name: string; bytes: string; status: number[] };

const bad = [400];
const get = (lines: string) => `GET /healthz HTTP/1.1\r\n${lines}\r\n`;
const post = (lines: string, body = '') => `POST /report HTTP/1.1\r\nHost: a\r\n${lines}\r\n${body}`;
const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text);
const hex = (code: number) => `0x${code.toString(16).padStart(2, '0')}`;
const each = <T>(list: readonly T[], make: (item: T) => Case): Case[] => list.map(make);
const characters = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));

const controls = [...characters(0, 8), ...characters(11, 31), '\x7f'];
const noTokens = [...'"(),/:;<=>?@[\\]{} '];

const requestLines = each(
  [
    'GET', 'GET /', 'GET / HTTP', 'GET / HTTP/', 'GET / HTTP/1', 'GET / HTTP/1.', 'GET / HTTP/.1', 'GET / HTTP/1.x',
    'GET / HTTP/0.9', 'GET / HTTP/2.0', 'GET / HTTP/3.0', 'GET / HTTP/9.9', 'GET / HTTP/11.1', 'GET / HTTP/1.11',
    'GET / HTTP/1.1.1', 'GET / HTTP/-1.1', 'GET / http/1.1', 'GET / Http/1.1', 'GET / HTTPS/1.1', 'GET / FTP/1.1',
    'GET / HTTP /1.1', 'GET / HTTP/ 1.1', 'GET / HTTP/1.1 x', 'GET / / HTTP/1.1', 'GET  / HTTP/1.1',
    'GET /  HTTP/1.1', 'GET\t/ HTTP/1.1', 'GET /\tHTTP/1.1', ' GET / HTTP/1.1', '\tGET / HTTP/1.1', '/ HTTP/1.1',
    ' / HTTP/1.1', 'GET HTTP/1.1', 'G\0ET / HTTP/1.1', 'GE(T / HTTP/1.1', 'GET/ HTTP/1.1', 'PRI * HTTP/2.0',
    'GET / HTTP/1.1\x0b', 'GET /\x00 HTTP/1.1', 'GET /\x7f HTTP/1.1', 'GET /\x1b HTTP/1.1',
  ],
  (line) => ({ name: `request line ${shown(line)}`, bytes: `${line}\r\nHost: a\r\n\r\n`, status: [400, 501] }),
);

const methods = each(
  ['BREW', 'get', 'Get', 'CONNECT', 'TRACE', 'TRACK', 'PROPFIND', 'X'.repeat(200), 'GETT', 'POSTGET'],
  (method) => ({ name: `method ${shown(method)}`, bytes: `${method} / HTTP/1.1\r\nHost: a\r\n\r\n`, status: [400, 501] }),
);

const targets = each(
  [
    '*', 'a', 'healthz', 'http://a/', 'http://evil.example/healthz', 'https://a/', 'HTTP://A/', 'a:80', '//\r', '#', '/#', '/a#b',
    '/%', '/%2', '/%zz', '/%0', '/%00', '/%0a', '/%0d%0aX:%20y', '/%1f', '/%7f', '/%2f', '/%2F..', '/%5c', '/%5C',
    '/a%2fb', '/%c0%af', '/%c1%9c', '/%e0%80%af', '/%f0%80%80%af', '/%ff', '/%fe%ff', '/%ed%a0%80', '/%u0041', '/?%',
    '/?a=%', '/?a=%zz', '/?%00', '/?a=%00', '/?a=%ff', '/?a=%c0%80', '?', '/../\x01', '\\', '\\\\a\\b', 'javascript:alert(1)',
    'file:///etc/passwd', 'data:,x', '/' + 'a'.repeat(17_000), '/?' + 'a=b&'.repeat(5_000),
  ],
  (target) => ({ name: `target ${shown(target)}`, bytes: `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`, status: [400, 431] }),
);

const hosts = [
  { name: 'no host', bytes: get(''), status: bad },
  { name: 'two hosts', bytes: get('Host: a\r\nHost: b\r\n'), status: bad },
  { name: 'the same host twice', bytes: get('Host: a\r\nHost: a\r\n'), status: bad },
  { name: 'two hosts in another case', bytes: get('Host: a\r\nhOST: b\r\n'), status: bad },
  ...each(
    ['', ' ', 'a b', 'a\tb', 'a,b', 'a, b', 'u@a', 'u:p@a', 'a/', 'a/b', 'http://a', 'a?b', 'a#b', 'a\\b', 'a;b', 'a"b', "a'b", '<a>', 'a%00', 'a%2f', '\xe9', 'a\x0b', 'a|b', 'a`b`', '$(a)', '{a}', 'a=b', 'a&b', '*'],
    (host) => ({ name: `host ${shown(host)}`, bytes: get(`Host: ${host}\r\n`), status: bad }),
  ),
];

const headerNames = [
  ...each([...controls, ...noTokens], (c) => ({
    name: `a header name with ${hex(c.charCodeAt(0))}`,
    bytes: get(`Host: a\r\nX${c}Y: z\r\n`),
    // A colon ends the name: what follows is its value.
    status: c === ':' ? [200] : bad,
  })),
  ...each(
    ['nonsense', ': x', ' : x', 'X : y', 'X\t: y', ' X: y', '\tX: y', '=', 'X', '\xe9: y', 'Transfer-Encoding : chunked', 'Content-Length : 3', 'Host\x00: b', '(x): y', 'X Y: z'],
    (line) => ({ name: `header line ${shown(line)}`, bytes: get(`Host: a\r\n${line}\r\n`), status: bad }),
  ),
];

const headerValues = [
  ...each(controls, (c) => ({ name: `a header value with ${hex(c.charCodeAt(0))}`, bytes: get(`Host: a\r\nX: y${c}z\r\n`), status: bad })),
  { name: 'a folded line', bytes: get('Host: a\r\nX: y\r\n z\r\n'), status: bad },
  { name: 'a line folded by a tab', bytes: get('Host: a\r\nX: y\r\n\tz\r\n'), status: bad },
  { name: 'a folded first line', bytes: get(' Host: a\r\n'), status: bad },
  { name: 'a folded coding', bytes: post(`${form}Transfer-Encoding:\r\n chunked\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'a folded length', bytes: post(`${form}Content-Length:\r\n 3\r\n`, 'abc'), status: bad },
  { name: 'a bare line feed after the request line', bytes: 'GET / HTTP/1.1\nHost: a\r\n\r\n', status: bad },
  { name: 'bare line feeds', bytes: 'GET / HTTP/1.1\nHost: a\n\n', status: bad },
  { name: 'a bare line feed between headers', bytes: get('Host: a\nX: y\r\n'), status: bad },
  { name: 'a bare line feed at the end', bytes: 'GET / HTTP/1.1\r\nHost: a\r\n\n', status: bad },
  { name: 'a bare carriage return between headers', bytes: get('Host: a\rX: y\r\n'), status: bad },
  { name: 'a doubled carriage return', bytes: get('Host: a\r\r\n'), status: bad },
  { name: 'a header that a line feed begins', bytes: get('Host: a\r\nX: y\r\n\nTransfer-Encoding: chunked\r\n'), status: bad },
  { name: 'one header of 17 KB', bytes: get(`Host: a\r\nX: ${'y'.repeat(17_000)}\r\n`), status: [431] },
  { name: 'one header name of 17 KB', bytes: get(`Host: a\r\n${'x'.repeat(17_000)}: y\r\n`), status: [431] },
  { name: 'five thousand headers', bytes: get('Host: a\r\n' + 'X: y\r\n'.repeat(5_000)), status: [431] },
  { name: 'a header section of 64 KB', bytes: get('Host: a\r\n' + `X: ${'y'.repeat(1_000)}\r\n`.repeat(64)), status: [431] },
];

const lengths = [
  ...each(
    ['', ' ', 'x', '+3', '-1', '-0', '0x3', '3x', '3 3', '3, 3', '3,3', '3, 4', '3;', '3.0', '3e0', '1_0', '３', '"3"', "'3'", '3\x0b', '99999999999999999999999', '18446744073709551616', '18446744073709551618', '-18446744073709551613', '9223372036854775808', '٣', '0,0', ',3', '3,'],
    (length) => ({ name: `length ${shown(length)}`, bytes: post(`${form}Content-Length: ${Buffer.from(length).toString('latin1')}\r\n`, 'abc'), status: [400, 413] }),
  ),
  { name: 'two lengths', bytes: post(`${form}Content-Length: 3\r\nContent-Length: 4\r\n`, 'abc'), status: bad },
  { name: 'the same length twice', bytes: post(`${form}Content-Length: 3\r\nContent-Length: 3\r\n`, 'abc'), status: bad },
  { name: 'two lengths, the first empty', bytes: post(`${form}Content-Length: \r\nContent-Length: 3\r\n`, 'abc'), status: bad },
  { name: 'ten gigabytes declared', bytes: post(`${form}Content-Length: 10737418240\r\n`), status: [413] },
];

const codings = [
  ...each(
    ['', 'xchunked', 'chunkedx', 'chunked, chunked', 'chunked,', ', chunked', 'chunked, identity', 'identity, chunked', 'identity', 'gzip', 'gzip, chunked', 'chunked, gzip', 'compress, chunked', 'deflate', '"chunked"', "'chunked'", 'chunked;q=1', 'chunked; x=y', 'chun ked', 'chunk', 'chunked chunked', '\x0bchunked', 'chunked\x0b', '\x00chunked', 'x-chunked', 'cow', 'trailers', 'chunKed\xa0'],
    (coding) => ({ name: `coding ${shown(coding)}`, bytes: post(`${form}Transfer-Encoding: ${coding}\r\n`, '0\r\n\r\n'), status: bad }),
  ),
  { name: 'two codings', bytes: post(`${form}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'identity and chunked', bytes: post(`${form}Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'chunked and cow', bytes: post(`${form}Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'length, then coding', bytes: post(`${form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'coding, then length', bytes: post(`${form}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'length zero, then coding', bytes: post(`${form}Content-Length: 0\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'length and coding in other cases', bytes: post(`${form}content-LENGTH: 5\r\ntransfer-ENCODING: CHUNKED\r\n`, '0\r\n\r\n'), status: bad },
  { name: 'a coding in version 1.0', bytes: `POST /report HTTP/1.0\r\nHost: a\r\n${form}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, status: [400, 422] },
];

const chunked = (body: string, name = `chunks ${shown(body)}`, status = [400]) => ({
  name, status, bytes: post(`${form}Transfer-Encoding: chunked\r\n`, body),
});
const chunks = [
  ...[
    'x\r\nabc\r\n0\r\n\r\n', '\r\nabc\r\n0\r\n\r\n', '-3\r\nabc\r\n0\r\n\r\n', '+3\r\nabc\r\n0\r\n\r\n', '0x3\r\nabc\r\n0\r\n\r\n', ' 3\r\nabc\r\n0\r\n\r\n',
    '3 3\r\nabc\r\n0\r\n\r\n', '3,\r\nabc\r\n0\r\n\r\n', '3\nabc\r\n0\r\n\r\n', '3\r\nabcd\r\n0\r\n\r\n', '3\r\nabc0\r\n\r\n\r\n',
    '3\r\nabc\n0\r\n\r\n', '3\r\nabc\r0\r\n\r\n', 'FFFFFFFFFFFFFFFFF\r\nabc\r\n', '10000000000000000\r\nabc\r\n', '3g\r\nabc\r\n0\r\n\r\n',
    '3\r\nabc\r\n0\n\r\n', '3\x00\r\nabc\r\n0\r\n\r\n', '3;\x00\r\nabc\r\n0\r\n\r\n', '3\r\nabc\r\nx\r\n\r\n', '3\r\nabc\r\n0\r\nX\r\n\r\n', '3\r\nabc\r\n0\r\nX y: z\r\n\r\n',
  ].map((body) => chunked(body)),
  chunked(`3;${'x'.repeat(40_000)}\r\nabc\r\n0\r\n\r\n`, 'an extension of 40 KB', [400, 413, 431]),
  chunked(`0\r\n${'X: y\r\n'.repeat(8_000)}\r\n`, 'trailers of 48 KB', [400, 413, 431]),
  chunked('1\r\na\r\n0\r\nContent-Length: 99\r\nHost: b\r\n\r\n', 'trailers that would frame the request anew'),
  chunked('FFFFFFFF\r\nabc', 'a chunk of four gigabytes', [400, 413]),
  chunked(`100000\r\n${'a'.repeat(1024 * 1024)}\r\n`, 'a chunk of one megabyte', [400, 413]),
];

export const refused: Case[] = [
  ...requestLines, ...methods, ...targets, ...hosts, ...headerNames, ...headerValues, ...lengths, ...codings, ...chunks,
].filter(({ status }) => !status.includes(200));

const fields = 'page=/&text=a';
const hidden = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n';

/// Odd, and right: each is answered, and so is what follows it, and nothing else.
export const taken: Case[] = [
  { name: 'an empty line before the request', bytes: `\r\n${get('Host: a\r\n')}`, status: [200] },
  { name: 'names in any case', bytes: get('hOsT: a\r\n'), status: [200] },
  { name: 'no blank behind the colon', bytes: get('Host:a\r\n'), status: [200] },
  { name: 'blanks around a value', bytes: get('Host: \t a \t \r\n'), status: [200] },
  { name: 'an empty value', bytes: get('Host: a\r\nX:\r\n'), status: [200] },
  { name: 'a colon in a value', bytes: get('Host: a\r\nX: y:z\r\n'), status: [200] },
  { name: 'letters beyond ASCII in a value', bytes: get('Host: a\r\nX: \xc3\xa9\r\n'), status: [200] },
  { name: 'a request hidden in a header', bytes: get(`Host: a\r\nX: ${hidden.replaceAll('\r\n', ' ')}\r\n`), status: [200] },
  { name: 'a request hidden in a body', bytes: post(`Content-Type: text/plain\r\nContent-Length: ${hidden.length}\r\n`, hidden), status: [400, 415, 422] },
  { name: 'a request hidden in a chunk', bytes: post('Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n', `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`), status: [400, 415, 422] },
  { name: 'a request hidden in the body of a GET', bytes: `GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`, status: [200] },
  { name: 'a chunk extension', bytes: post(`${form}Transfer-Encoding: chunked\r\n`, `${fields.length.toString(16)};x=y\r\n${fields}\r\n0\r\n\r\n`), status: [200, 404, 422] },
  { name: 'a trailer', bytes: post(`${form}Transfer-Encoding: chunked\r\n`, `${fields.length.toString(16)}\r\n${fields}\r\n0\r\nX: y\r\n\r\n`), status: [200, 404, 422] },
  { name: 'thirty thousand chunks of one byte', bytes: post(`${form}Transfer-Encoding: chunked\r\n`, `${'1;x=y\r\na\r\n'.repeat(30_000)}0\r\n\r\n`), status: [200, 404, 422] },
  { name: 'leading zeros of a chunk', bytes: post(`${form}Transfer-Encoding: chunked\r\n`, `000${fields.length.toString(16)}\r\n${fields}\r\n000\r\n\r\n`), status: [200, 404, 422] },
  { name: 'a coding in capitals', bytes: post(`${form}Transfer-Encoding: CHUNKED\r\n`, '0\r\n\r\n'), status: [404, 422] },
];
