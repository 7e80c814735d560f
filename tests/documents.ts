// SPDX-License-Identifier: Apache-2.0
// What a reader finds in a file that came in an answer: compressed bytes tell a search nothing, or by chance anything.
import { spawnSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import type { Answer } from './harness.ts';

/// The pages of a PDF as text, set as they are printed.
export function pagesOfPdf(bytes: Uint8Array): string[] {
  const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
  if (read.status !== 0) throw new Error(`not a PDF: ${read.stderr}`);
  return read.stdout.split('\f').slice(0, -1);
}

/// The parts of an archive or a workbook by name. Knows what Konbit writes: stored or deflated, below four gigabytes.
export function partsOfArchive(archive: Buffer): Record<string, string> {
  const parts: Record<string, string> = {};
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\x05\x06') + 16);
  while (archive.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [nameSize, extra, comment, place] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameSize);
    const from = place + 30 + archive.readUInt16LE(place + 26) + archive.readUInt16LE(place + 28);
    const data = archive.subarray(from, from + size);
    parts[name] = (method === 8 ? inflateRawSync(data) : data).toString('utf8');
    at += 46 + nameSize + extra + comment;
  }
  return parts;
}

/// What a PDF says beside its pages: title, author, links.
function aboutPdf(bytes: Uint8Array): string {
  return [[], ['-url']].map((options) => spawnSync('pdfinfo', [...options, '-'], { input: bytes, encoding: 'utf8' }).stdout).join('\n');
}

/// An answer as text: a PDF with its title and links, the parts of an archive or a workbook, nothing of a picture.
export function asRead({ bytes, text, headers }: Answer): string {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return [...pagesOfPdf(bytes), aboutPdf(bytes)].join('\n');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return Object.entries(partsOfArchive(bytes)).flat().join('\n');
  return /^image\/(?!svg)/.test(headers.get('content-type') ?? '') ? '' : text;
}
