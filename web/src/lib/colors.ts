// SPDX-License-Identifier: Apache-2.0

/** Red, green and blue up to 255, and opacity up to 1. */
export type Channels = readonly [red: number, green: number, blue: number, opacity: number];

const digits = /^#([\da-f]{3}|[\da-f]{6})$/i;

/** A color of our style sheets by its parts: "#0b6e78", "#fff", "rgb(11, 110, 120)" or "rgb(15 42 48 / 70%)". */
export function channelsOf(color: string): Channels {
  const hex = digits.exec(color.trim())?.[1];
  if (hex) {
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0] = pairs.map((pair) => parseInt(pair, 16));
    return [red, green, blue, 1];
  }
  const parts = color.match(/[\d.]+%?/g) ?? [];
  const [red = 0, green = 0, blue = 0, opacity = 1] = parts.map((part) =>
    part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part),
  );
  return [red, green, blue, opacity];
}
