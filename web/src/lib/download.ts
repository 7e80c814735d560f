// SPDX-License-Identifier: Apache-2.0

/// Hands a file made in the browser to the reader.
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** One cell of a CSV file. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' && /^[=+\-@\t]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function downloadCsv(
  name: string,
  rows: readonly (readonly (string | number | null | undefined)[])[],
): void {
  const text = rows.map((row) => row.map(csvCell).join(',')).join('\r\n');
  // The mark at the start tells spreadsheets that the letters are UTF-8.
  download(name, new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' }));
}

// What a drawing needs to look the same without our style sheets.
const drawn = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'stroke-linejoin',
  'stroke-linecap',
];

const markHeight = 28;

/** A line of text below the drawing. */
function writeBelow(copy: SVGSVGElement, mark: string, height: number): void {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  line.setAttribute('x', '8');
  line.setAttribute('y', String(height + 18));
  line.setAttribute('font-family', 'sans-serif');
  line.setAttribute('font-size', '13');
  line.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--ink'));
  line.textContent = mark;
  copy.append(line);
}

/** How large the drawing with its mark is, in pixels. */
function sizeOf(source: SVGSVGElement, mark: string | undefined) {
  const { width, height } = source.getBoundingClientRect();
  return { width, height: height + (mark ? markHeight : 0) };
}

/** The drawing as a file of its own: colors and fonts as shown now, on the page's background, the mark below it. */
export function standalone(source: SVGSVGElement, mark?: string): string {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const originals = source.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const property of drawn) element.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'style', 'tabindex', 'role']) element.removeAttribute(name);
  });
  const { width, height } = sizeOf(source, mark);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.removeAttribute('class');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--surface'));
  copy.prepend(ground);
  if (mark) writeBelow(copy, mark, height - markHeight);
  return new XMLSerializer().serializeToString(copy);
}

export function downloadSvg(name: string, source: SVGSVGElement, mark?: string): void {
  download(name, new Blob([standalone(source, mark)], { type: 'image/svg+xml' }));
}

/** At twice the size on screen, sharp enough for a printed page. */
export async function downloadPng(name: string, source: SVGSVGElement, mark?: string): Promise<void> {
  const { width, height } = sizeOf(source, mark);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(source, mark))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (blob) download(name, blob);
  }, 'image/png');
}
