import type { Point } from "../layout/layout-branch";

/** Radius of a bend. */
const bend = 8;

/** Length and half the width of an arrowhead. */
const head = { length: 8, half: 4 } as const;

/** Draws a line with round bends and an arrowhead at its end. @param classes further ones, with a space before each */
export function drawLine(points: readonly Point[], classes: string): string {
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined || points.length < 2) return "";
  const inner = points.slice(1, -1);
  const bends = inner.map((corner, index) => {
    if (isStraight(points[index] ?? start, corner, points[index + 2] ?? end)) return "";
    const before = towards(corner, points[index] ?? start);
    const after = towards(corner, points[index + 2] ?? end);
    return `L${write(before)}Q${write(corner)} ${write(after)}`;
  });
  const from = direction(points.at(-2) ?? start, end);
  const neck = { x: end.x - from.x * head.length, y: end.y - from.y * head.length };
  const sides = [1, -1].map((side) =>
    write({ x: neck.x - side * from.y * head.half, y: neck.y + side * from.x * head.half }),
  );
  return (
    `<path class="wf-line${classes}" d="M${write(start)}${bends.join("")}L${write(neck)}"/>` +
    `<path class="wf-head${classes}" d="M${write(end)}L${sides.join("L")}z"/>`
  );
}

/** The point on the way from a corner to another point at which its bend begins. */
function towards(corner: Point, to: Point): Point {
  const { x, y } = direction(corner, to);
  const reach = Math.min(bend, Math.hypot(to.x - corner.x, to.y - corner.y) / 2);
  return { x: corner.x + x * reach, y: corner.y + y * reach };
}

/** Returns true if a corner is none, to within a pixel. */
function isStraight(before: Point, corner: Point, after: Point): boolean {
  const [one, other] = [direction(before, corner), direction(corner, after)];
  return Math.abs(one.x * other.y - one.y * other.x) < 0.02;
}

/** Direction from one point to another, of length 1. Downwards where they are the same. */
function direction(from: Point, to: Point): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 0, y: 1 } : { x: x / length, y: y / length };
}

function write({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
