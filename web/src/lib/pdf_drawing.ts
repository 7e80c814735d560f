// SPDX-License-Identifier: Apache-2.0
import { channelsOf } from './colors';
import { pathSteps } from './pdf_paths';

/// A drawing as a PDF of one page, lines as lines and words as words. For the drawings of `download.ts`, which carry
/// their colors and fonts with them; only what these have is understood.

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** What the letters of WinAnsi beyond Latin-1 are; others are written as a question mark. */
const beyond: Record<string, number> = {
  '€': 128,
  '…': 133,
  Œ: 140,
  '‘': 145,
  '’': 146,
  '“': 147,
  '”': 148,
  '•': 149,
  '–': 150,
  '—': 151,
  œ: 156,
};

/** A text between parentheses, each character one byte. */
export function literal(text: string): string {
  const bytes = [...text].map((letter) => {
    const code =
      beyond[letter] ?? (letter === '\u202f' || letter === '\u2009' ? 32 : (letter.codePointAt(0) ?? 63));
    return String.fromCharCode(code > 255 ? 63 : code);
  });
  return `(${bytes.join('').replace(/[\\()]/g, '\\$&')})`;
}

/** A color as three shares and its opacity; nothing for none. */
function colorOf(color: string | null): { rgb: string; alpha: number } | undefined {
  if (!color || color === 'none' || color.startsWith('url(') || color === 'transparent') return undefined;
  const [red, green, blue, alpha] = channelsOf(color);
  if (alpha === 0) return undefined;
  return { rgb: [red, green, blue].map((part) => number(part / 255)).join(' '), alpha };
}

const attribute = (element: Element, name: string, otherwise = 0): number =>
  parseFloat(element.getAttribute(name) ?? '') || otherwise;

function rectangle(element: Element, size: { width: number; height: number }): string {
  const whole = (name: 'width' | 'height') =>
    element.getAttribute(name)?.endsWith('%') ? size[name] : attribute(element, name);
  const [x, y] = [attribute(element, 'x'), attribute(element, 'y')];
  return `${number(x)} ${number(y)} ${number(whole('width'))} ${number(whole('height'))} re`;
}

function circle(element: Element): string {
  const [x, y, r] = ['cx', 'cy', 'r'].map((name) => attribute(element, name)) as [number, number, number];
  return pathSteps(`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`);
}

/** "translate(10 20) rotate(-90)" as changes of the plane, one after the other. */
function planes(transform: string): string[] {
  return [...transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)].map(([, name, values = '']) => {
    const [a = 0, b = 0] = values.split(/[\s,]+/).map(Number);
    if (name === 'translate') return `1 0 0 1 ${number(a)} ${number(b)} cm`;
    const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
    if (name === 'rotate') return `${number(cos)} ${number(sin)} ${number(-sin)} ${number(cos)} 0 0 cm`;
    return `${number(a)} 0 0 ${number(b || a)} 0 0 cm`;
  });
}

/** No mark reaches further from its middle. */
const reach = 40;

class PageWriter {
  private readonly lines: string[] = [];
  private readonly states = new Map<string, string>();
  private readonly ruler = document.createElement('canvas').getContext('2d');

  /** @param hatching  The color of hatched grounds, if the drawing has any. */
  constructor(
    private readonly size: { width: number; height: number },
    private readonly hatching: string | null,
  ) {}

  private add(...lines: string[]): void {
    this.lines.push(...lines.filter(Boolean));
  }

  /** The name of a state in which things are as opaque as this. */
  private opacity(alpha: number): string {
    const key = number(alpha);
    const name = this.states.get(key) ?? `G${this.states.size}`;
    this.states.set(key, name);
    return `/${name} gs`;
  }

  private shape(element: Element, steps: string): void {
    const fill = colorOf(element.getAttribute('fill'));
    const width = attribute(element, 'stroke-width', 1);
    const stroke = width > 0 ? colorOf(element.getAttribute('stroke')) : undefined;
    const ink = fill ?? stroke;
    if (!steps || !ink) return;
    const dashes = (element.getAttribute('stroke-dasharray')?.match(/[\d.]+/g) ?? []).join(' ');
    this.add('q', this.opacity(attribute(element, 'opacity', 1) * ink.alpha));
    if (fill) this.add(`${fill.rgb} rg`);
    if (stroke) this.add(`${stroke.rgb} RG`, `${number(width)} w`, `[${dashes}] 0 d`);
    this.add(steps, fill && stroke ? 'B' : fill ? 'f' : 'S', 'Q');
  }

  /** What is hatched on the screen is hatched on paper: slanted lines, cut off at the outline. */
  private hatch(element: Element, steps: string): void {
    const ink = this.hatching && colorOf(this.hatching);
    if (!ink || !element.getAttribute('fill')?.startsWith('url(')) return;
    const isMark = element.tagName !== 'rect';
    const [x, y] = isMark ? [-reach, -reach] : [attribute(element, 'x'), attribute(element, 'y')];
    const width = isMark ? 2 * reach : attribute(element, 'width');
    const height = isMark ? 2 * reach : attribute(element, 'height');
    this.add('q', steps, 'W n', `${ink.rgb} RG 1 w [] 0 d`);
    for (let at = x - height; at < x + width; at += 5)
      this.add(`${number(at)} ${number(y + height)} m ${number(at + height)} ${number(y)} l`);
    this.add('S', 'Q');
  }

  private text(element: Element): void {
    const words = element.textContent;
    const fill = colorOf(element.getAttribute('fill'));
    if (!words || !fill) return;
    const size = attribute(element, 'font-size', 12);
    const isBold = attribute(element, 'font-weight', 400) >= 550;
    if (this.ruler) this.ruler.font = `${isBold ? 'bold' : ''} ${size}px Helvetica, Arial, sans-serif`;
    const width = this.ruler?.measureText(words).width ?? 0;
    const shares: Record<string, number> = { middle: 0.5, end: 1 };
    const x = attribute(element, 'x') - width * (shares[element.getAttribute('text-anchor') ?? ''] ?? 0);
    // Upside down, as the page is.
    const show = `1 0 0 -1 ${number(x)} ${number(attribute(element, 'y'))} Tm ${literal(words)} Tj`;
    this.add(
      'q',
      ...planes(element.getAttribute('transform') ?? ''),
      this.opacity(attribute(element, 'opacity', 1)),
    );
    this.add('BT', `/${isBold ? 'B' : 'R'} ${number(size)} Tf`);
    const halo =
      element.getAttribute('paint-order')?.startsWith('stroke') && colorOf(element.getAttribute('stroke'));
    if (halo) this.add(`${halo.rgb} RG ${number(attribute(element, 'stroke-width', 1))} w 1 j 1 Tr`, show);
    this.add(`${fill.rgb} rg 0 Tr`, show, 'ET', 'Q');
  }

  element(element: Element): void {
    const draws: Record<string, () => void> = {
      g: () => this.group(element),
      path: () => this.moved(element, pathSteps(element.getAttribute('d') ?? '')),
      rect: () => this.moved(element, rectangle(element, this.size)),
      circle: () => this.moved(element, circle(element)),
      text: () => this.text(element),
    };
    draws[element.tagName]?.();
  }

  private moved(element: Element, steps: string): void {
    const moves = planes(element.getAttribute('transform') ?? '');
    if (moves.length) this.add('q', ...moves);
    this.hatch(element, steps);
    this.shape(element, steps);
    if (moves.length) this.add('Q');
  }

  private group(element: Element): void {
    this.add('q', ...planes(element.getAttribute('transform') ?? ''));
    const alpha = attribute(element, 'opacity', 1);
    for (const child of element.children) {
      if (alpha < 1) child.setAttribute('opacity', String(alpha * attribute(child, 'opacity', 1)));
      this.element(child);
    }
    this.add('Q');
  }

  get content(): string {
    return this.lines.join('\n');
  }
  get stateDictionary(): string {
    return [...this.states].map(([alpha, name]) => `/${name} << /ca ${alpha} /CA ${alpha} >>`).join(' ');
  }
}

/** The objects of a file, with the table that says where each begins. */
function fileOf(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const starts: number[] = [];
  objects.forEach((object, index) => {
    starts.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return `${text}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const font = (name: string) =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** The bytes of a page as large as the drawing.
 *
 * @param root   As `framed` of download.ts makes it; opacity of groups is moved to what is in them.
 * @param title  What a viewer shows as the name of the document.
 */
export function pdfOf(root: SVGSVGElement, title: string): Uint8Array<ArrayBuffer> {
  const [left = 0, top = 0, width = 0, height = 0] = (root.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const hatching = root.querySelector('pattern path')?.getAttribute('stroke') ?? null;
  const page = new PageWriter({ width, height }, hatching);
  for (const child of root.children) page.element(child);
  // The page counts upward from its lower left corner, a drawing downward from its upper left.
  const content = `1 0 0 -1 ${number(-left)} ${number(height + top)} cm\n${page.content}`;
  const text = fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${number(width)} ${number(height)}] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 7 0 R >> /ExtGState << ${page.stateDictionary} >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    `<< /Title ${literal(title)} /Producer (Konbit) >>`,
    font('Helvetica-Bold'),
  ]);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
