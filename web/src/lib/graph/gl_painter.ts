// SPDX-License-Identifier: Apache-2.0
import { lineStride, markStride, type Rgb } from './gl_marks';

/// Paints thousands of lines and marks at once. Two small programs for the graphics processor, or for the one that the
/// browser imitates.

export interface Picture {
  /** In CSS pixels, and how many real ones each of them has. */
  width: number;
  height: number;
  ratio: number;
  lines: Float32Array;
  marks: Float32Array;
  ground: Rgb;
  surface: Rgb;
  ink: Rgb;
}

export interface Painter {
  paint: (picture: Picture) => void;
  end: () => void;
}

const toClip = 'vec4(at / size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0)';

const lineCorners = `
attribute vec2 at; attribute float along; attribute float dashed; attribute vec4 color;
uniform vec2 size; varying float way; varying float gaps; varying vec4 shown;
void main() { gl_Position = ${toClip}; way = along; gaps = dashed; shown = color; }`;

const lineColor = `
precision mediump float; varying float way; varying float gaps; varying vec4 shown;
void main() {
  if (gaps > 0.5 && mod(way, 8.0) > 4.0) discard;
  gl_FragColor = vec4(shown.rgb * shown.a, shown.a);
}`;

const markCorners = `
attribute vec2 at; attribute float radius; attribute float shape; attribute vec2 states; attribute vec4 color;
uniform vec2 size; uniform float ratio;
varying float reach; varying float outline; varying vec2 state; varying vec4 shown;
void main() {
  gl_Position = ${toClip};
  reach = radius * 1.6 + 3.0;
  gl_PointSize = reach * 2.0 * ratio;
  outline = shape; state = states; shown = color;
  reach = reach / radius;
}`;

// Distances are in radii: below 0 inside the mark.
const markColor = `
precision mediump float;
uniform vec3 surface; uniform vec3 ink;
varying float reach; varying float outline; varying vec2 state; varying vec4 shown;
const float pi = 3.14159265;
float polygon(vec2 p, float corners, float far, float turn) {
  float part = 2.0 * pi / corners;
  float angle = atan(p.y, p.x) - turn - part / 2.0;
  return cos(floor(0.5 + angle / part) * part - angle) * length(p) - far * cos(part / 2.0);
}
float distanceTo(vec2 p) {
  if (outline < 0.5) return length(p) - 1.0;
  if (outline < 1.5) return polygon(p, 4.0, 1.25, pi / 4.0);
  if (outline < 2.5) return polygon(p, 4.0, 1.25, -pi / 2.0);
  if (outline < 3.5) return polygon(p, 3.0, 1.5, -pi / 2.0);
  return polygon(p, 5.0, 1.14, -pi / 2.0);
}
void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * reach;
  float away = distanceTo(p);
  float soft = 0.12;
  float edge = state.y > 0.5 ? 0.34 : 0.16;
  float inside = 1.0 - smoothstep(0.0, soft, away - edge);
  if (inside <= 0.0) discard;
  float stripe = step(0.5, fract((p.x + p.y) * 1.4));
  vec3 fill = state.x > 0.5 ? mix(surface, ink, stripe * 0.55) : shown.rgb;
  vec3 color = mix(fill, ink, smoothstep(-soft, soft, away));
  float opacity = inside * shown.a;
  gl_FragColor = vec4(color * opacity, opacity);
}`;

function compiled(gl: WebGLRenderingContext, corners: string, color: string): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, corners],
    [gl.FRAGMENT_SHADER, color],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined;
}

/** Numbers of one kind of thing, and how the program reads them. */
class Batch {
  private readonly buffer: WebGLBuffer | null;

  constructor(
    private readonly gl: WebGLRenderingContext,
    private readonly program: WebGLProgram,
    private readonly stride: number,
    private readonly parts: readonly (readonly [name: string, count: number])[],
  ) {
    this.buffer = gl.createBuffer();
  }

  draw(numbers: Float32Array, kind: number, uniforms: Record<string, number | readonly number[]>): void {
    const { gl, program } = this;
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
    let offset = 0;
    for (const [name, count] of this.parts) {
      const place = gl.getAttribLocation(program, name);
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, count, gl.FLOAT, false, this.stride * 4, offset * 4);
      offset += count;
    }
    for (const [name, value] of Object.entries(uniforms)) this.tell(name, value);
    gl.drawArrays(kind, 0, numbers.length / this.stride);
  }

  private tell(name: string, value: number | readonly number[]): void {
    const place = this.gl.getUniformLocation(this.program, name);
    if (typeof value === 'number') this.gl.uniform1f(place, value);
    else if (value.length === 2) this.gl.uniform2fv(place, value);
    else this.gl.uniform3fv(place, value);
  }
}

/** @param isSmooth  Whether slanted lines have soft edges: four times the work where the browser imitates a processor.
 * @return Nothing where the browser has no WebGL; the caller then draws by other means. */
export function painterOn(canvas: HTMLCanvasElement, isSmooth: boolean): Painter | undefined {
  const gl = canvas.getContext('webgl', { antialias: isSmooth, premultipliedAlpha: true });
  const lineProgram = gl && compiled(gl, lineCorners, lineColor);
  const markProgram = gl && compiled(gl, markCorners, markColor);
  if (!lineProgram || !markProgram) return undefined;
  const lines = new Batch(gl, lineProgram, lineStride, [
    ['at', 2],
    ['along', 1],
    ['dashed', 1],
    ['color', 4],
  ]);
  const marks = new Batch(gl, markProgram, markStride, [
    ['at', 2],
    ['radius', 1],
    ['shape', 1],
    ['states', 2],
    ['color', 4],
  ]);
  return {
    paint(picture) {
      const { width, height, ratio, ground, surface, ink } = picture;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(...ground, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      lines.draw(picture.lines, gl.TRIANGLES, { size: [width, height] });
      marks.draw(picture.marks, gl.POINTS, { size: [width, height], ratio, surface, ink });
    },
    end: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}
