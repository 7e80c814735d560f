// SPDX-License-Identifier: Apache-2.0

/// Hands a file made in the browser to the reader.
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// As the server's neutralized() has them: the signs in both widths, behind what is taken away in front of them.
const formula = /^['" ]*[=+\-@\t\r\n＝＋－＠]/;

/** One cell of a CSV file. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type CsvRows = readonly (readonly (string | number | null | undefined)[])[];

/** A table as the lines of a CSV file. */
export const csvText = (rows: CsvRows): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

export function downloadCsv(name: string, rows: CsvRows): void {
  // The mark at the start tells spreadsheets that the letters are UTF-8.
  download(name, new Blob(['\uFEFF', csvText(rows)], { type: 'text/csv;charset=utf-8' }));
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

/** What a drawing says of itself where it is seen alone. */
export interface Caption {
  title: string;
  /** On how many answers it rests, and of what; below the title. */
  note?: string | undefined;
  /** Below the drawing. */
  mark?: string | undefined;
  /** What the marks mean, a line each, below the drawing. */
  legend?: readonly LegendLine[];
}

const longestLine = 88;

/** A long text as lines of a legend that fit below a drawing; none for an empty one. */
export function wordLines(text: string): LegendLine[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => ({ look: 'words', path: '', text: line }));
}

/** A mark around the origin, at most 10 px from it, and its meaning; a meaning alone has no path. */
export interface LegendLine {
  look: 'shape' | 'silent' | 'dashed' | 'line' | 'words';
  path: string;
  text: string;
  /** The token of its color, unless it is that of its look. */
  color?: string;
}

const titleHeight = 34;
const lineHeight = 26;

const above = ({ note }: Caption): number => titleHeight + (note ? lineHeight : 0);
const legendHeight = ({ legend = [] }: Caption): number => legend.length * lineHeight;
const below = (caption: Caption): number => legendHeight(caption) + (caption.mark ? lineHeight : 0);

const namespace = 'http://www.w3.org/2000/svg';
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name);

function write(copy: SVGSVGElement, text: string, y: number, isTitle = false, x = 8): void {
  const line = document.createElementNS(namespace, 'text');
  line.setAttribute('x', String(x));
  line.setAttribute('y', String(y));
  line.setAttribute('font-family', 'sans-serif');
  line.setAttribute('font-size', isTitle ? '18' : '13');
  line.setAttribute('font-weight', isTitle ? '700' : '400');
  line.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--ink'));
  line.textContent = text;
  copy.append(line);
}

function draw(copy: SVGSVGElement, { look, path, color }: LegendLine, y: number): void {
  const mark = document.createElementNS(namespace, 'path');
  mark.setAttribute('d', path);
  mark.setAttribute('transform', `translate(20 ${y})`);
  mark.setAttribute('fill', look === 'shape' ? token(color ?? '--cat-none') : token('--surface'));
  mark.setAttribute('stroke', look === 'shape' ? token('--mark') : token(color ?? '--ink-2'));
  mark.setAttribute('stroke-width', '1.2');
  if (look === 'silent' || look === 'dashed') mark.setAttribute('stroke-dasharray', '4 3');
  copy.append(mark);
}

/** The legend's lines from `top` down; meanings stand below one another, with or without a mark. */
function explain(copy: SVGSVGElement, { legend = [] }: Caption, top: number): void {
  legend.forEach((line, index) => {
    const y = top + (index + 0.5) * lineHeight;
    if (line.path) draw(copy, line, y);
    write(copy, line.text, y + 5, false, 40);
  });
}

/** How large the drawing with its caption is, in pixels. */
function sizeOf(source: SVGSVGElement, caption: Caption) {
  const { width, height } = source.getBoundingClientRect();
  return { width, height: above(caption) + height + below(caption) };
}

/** The drawing by itself: colors and fonts as shown now, on the page's background, with its caption. */
export function framed(source: SVGSVGElement, caption: Caption): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const originals = source.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const property of drawn) element.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'style', 'tabindex', 'role']) element.removeAttribute(name);
  });
  const { width, height } = sizeOf(source, caption);
  const top = above(caption);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 ${-top} ${width} ${height}`);
  copy.removeAttribute('class');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('y', String(-top));
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--surface'));
  copy.prepend(ground);
  write(copy, caption.title, 24 - top, true);
  if (caption.note) write(copy, caption.note, 48 - top);
  explain(copy, caption, height - top - below(caption));
  if (caption.mark) write(copy, caption.mark, height - top - 9);
  return copy;
}

/** As a file of its own. */
export const standalone = (source: SVGSVGElement, caption: Caption): string =>
  new XMLSerializer().serializeToString(framed(source, caption));

/** @param table  Goes along unseen as a data URL, so that whoever gets the drawing can check and use its numbers. */
export function downloadSvg(name: string, source: SVGSVGElement, caption: Caption, table?: CsvRows): void {
  const copy = framed(source, caption);
  if (table) {
    const note = document.createElementNS(namespace, 'metadata');
    note.textContent = `data:text/csv;charset=utf-8;base64,${base64(csvText(table))}`;
    copy.prepend(note);
  }
  download(name, new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
}

export const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** At twice the size on screen, sharp enough for a printed page. */
export async function downloadPng(name: string, source: SVGSVGElement, caption: Caption): Promise<void> {
  const { width, height } = sizeOf(source, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(source, caption))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (blob) download(name, blob);
  }, 'image/png');
}
