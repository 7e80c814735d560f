// SPDX-License-Identifier: Apache-2.0

/// Outlines of SVG as outlines of PDF: lines and curves, in the units of the drawing.

const number = (value: number): string => String(Math.round(value * 100) / 100);
const point = (x: number, y: number): string => `${number(x)} ${number(y)}`;

/** A cubic curve is nearest to a quarter of a circle with its handles at this share of the radius. */
const handle = 0.5523;

class Pen {
  private x = 0;
  private y = 0;
  readonly steps: string[] = [];

  move(x: number, y: number): void {
    [this.x, this.y] = [x, y];
    this.steps.push(`${point(x, y)} m`);
  }
  line(x: number, y: number): void {
    [this.x, this.y] = [x, y];
    this.steps.push(`${point(x, y)} l`);
  }
  by(dx: number, dy: number): void {
    this.line(this.x + dx, this.y + dy);
  }
  moveBy(dx: number, dy: number): void {
    this.move(this.x + dx, this.y + dy);
  }
  to(x: number | undefined, y: number | undefined): void {
    this.line(x ?? this.x, y ?? this.y);
  }
  /** Half a circle to a point `dx` to the side, below a circle that goes right, above one that goes left. */
  half(dx: number): void {
    const radius = Math.abs(dx) / 2;
    const [from, top] = [this.x, this.y - Math.sign(dx) * radius];
    const [middle, end, pull] = [from + dx / 2, from + dx, handle * radius];
    const away = Math.sign(dx) * pull;
    const rise = this.y - Math.sign(dx) * pull;
    this.steps.push(
      `${point(from, rise)} ${point(middle - away, top)} ${point(middle, top)} c`,
      `${point(middle + away, top)} ${point(end, rise)} ${point(end, this.y)} c`,
    );
    this.x = end;
  }
  close(): void {
    this.steps.push('h');
  }
}

type Step = (pen: Pen, values: readonly number[]) => void;

const at = (values: readonly number[], place: number): number => values[place] ?? 0;

/** The commands that our drawings use; pairs that follow one command repeat it. */
const commands: Record<string, { takes: number; step: Step }> = {
  M: { takes: 2, step: (pen, v) => pen.move(at(v, 0), at(v, 1)) },
  m: { takes: 2, step: (pen, v) => pen.moveBy(at(v, 0), at(v, 1)) },
  L: { takes: 2, step: (pen, v) => pen.line(at(v, 0), at(v, 1)) },
  l: { takes: 2, step: (pen, v) => pen.by(at(v, 0), at(v, 1)) },
  H: { takes: 1, step: (pen, v) => pen.to(v[0], undefined) },
  h: { takes: 1, step: (pen, v) => pen.by(at(v, 0), 0) },
  V: { takes: 1, step: (pen, v) => pen.to(undefined, v[0]) },
  v: { takes: 1, step: (pen, v) => pen.by(0, at(v, 0)) },
  a: { takes: 7, step: (pen, v) => pen.half(at(v, 5)) },
  Z: { takes: 0, step: (pen) => pen.close() },
  z: { takes: 0, step: (pen) => pen.close() },
};

/** The steps of a path. Arcs are half circles from left to right and back, as our marks have them. */
export function pathSteps(d: string): string {
  const pen = new Pen();
  for (const [, name = '', rest = ''] of d.matchAll(/([MmLlHhVvaZz])([^MmLlHhVvaZz]*)/g)) {
    const command = commands[name];
    if (!command) continue;
    const values = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    if (!command.takes) command.step(pen, []);
    for (let start = 0; start < values.length && command.takes; start += command.takes)
      command.step(pen, values.slice(start, start + command.takes));
  }
  return pen.steps.join('\n');
}
