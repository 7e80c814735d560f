// SPDX-License-Identifier: Apache-2.0
// Workbooks for tests, as small as spreadsheet programs accept them: an archive of stored parts.
import { crc32 } from 'node:zlib';

type Sheet = { name: string; rows: string[][] };

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function sheetXml({ rows }: Sheet): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const lines = rows.map((cells, i) => `<row r="${i + 1}">${cells.map(cell).join('')}</row>`);
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/// One part of the archive: its header and its bytes, and its line in the directory at the end.
function stored(name: string, text: string, offset: number) {
  const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(path.length, 22);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return {
    part: Buffer.concat([Buffer.from('PK\x03\x04'), facts, path, bytes]),
    line: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, path]),
  };
}

/// A workbook whose sheets stand in this order.
export function workbook(sheets: Sheet[]): Buffer {
  const targets = sheets.map((_, i) => `<Relationship Id="r${i}" Type="${relations}/worksheet" Target="worksheets/sheet${i}.xml"/>`);
  const entries = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i}"/>`);
  const parts: [string, string][] = [
    ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${entries.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`],
    ...sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i}.xml`, sheetXml(sheet)]),
  ];
  const [files, lines]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of parts) {
    const { part, line } = stored(name, text, offset);
    files.push(part);
    lines.push(line);
    offset += part.length;
  }
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
