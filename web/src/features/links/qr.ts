// SPDX-License-Identifier: Apache-2.0
import qrcode from 'qrcode-generator';

export interface QrOutline {
  /** Modules a side, without the quiet zone. */
  size: number;
  /** The dark modules as one SVG path, each run of a row a rectangle. */
  path: string;
}

/** The QR code of a text, with a quarter of it to spare for creases and dirt (error correction Q). It is made in this
 * browser: a personal link goes to no other service. */
export function outlineOf(text: string): QrOutline {
  const code = qrcode(0, 'Q');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row += 1)
    for (let start = 0; start < size; start += 1) {
      let end = start;
      while (end < size && code.isDark(row, end)) end += 1;
      if (end === start) continue;
      path += `M${start} ${row}h${end - start}v1h${start - end}z`;
      start = end;
    }
  return { size, path };
}
