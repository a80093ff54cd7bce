import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, it } from "mocha";
import { brandColour } from "../../../connector/connector-icon";

const file = readFileSync("connector/export/power-platform/icon.png");

/** Chunks of a PNG by type: https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunks(png: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** Undoes the filters of eight-bit RGBA: https://www.w3.org/TR/png-3/#9Filters */
function pixels(data: Buffer, width: number): Buffer {
  const bytes = 4;
  const line = width * bytes;
  const filtered = inflateSync(data);
  const image = Buffer.alloc((filtered.length / (line + 1)) * line);
  for (let row = 0; row * line < image.length; row += 1) {
    const filter = filtered[row * (line + 1)];
    for (let index = 0; index < line; index += 1) {
      const at = row * line + index;
      const left = index < bytes ? 0 : (image[at - bytes] ?? 0);
      const above = row === 0 ? 0 : (image[at - line] ?? 0);
      const corner = row === 0 || index < bytes ? 0 : (image[at - line - bytes] ?? 0);
      const paeth = [left, above, corner].reduce((best, value) => {
        const estimate = left + above - corner;
        return Math.abs(estimate - value) < Math.abs(estimate - best) ? value : best;
      });
      const predicted = [0, left, above, Math.floor((left + above) / 2), paeth][filter ?? 0] ?? 0;
      image[at] = ((filtered[row * (line + 1) + 1 + index] ?? 0) + predicted) & 0xff;
    }
  }
  return image;
}

describe("The connector's icon as PNG", () => {
  const header = chunks(file).get("IHDR") ?? assert.fail("no header");
  const width = header.readUInt32BE(0);

  it("is a PNG of 160 × 160 pixels in eight-bit RGBA, under 1 MB", () => {
    assert.deepEqual([...file.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.deepEqual([width, header.readUInt32BE(4), header[8], header[9]], [160, 160, 8, 6]);
    assert.ok(file.length < 1_000_000);
  });

  it("shows the key of the SVG, in white on the brand colour", () => {
    const image = pixels(chunks(file).get("IDAT") ?? assert.fail("no image"), width);
    // In the units of the SVG, which is 32 wide.
    const colourAt = (x: number, y: number): string =>
      `#${image.toString("hex", (y * 5 * width + x * 5) * 4, (y * 5 * width + x * 5) * 4 + 4)}`;
    const white = "#ffffffff";
    const blue = `${brandColour}ff`;
    const places: readonly (readonly [string, number, number, string])[] = [
      ["corner", 0, 0, blue],
      ["last corner", 31, 31, blue],
      ["left of the ring", 6, 16, white],
      ["top of the ring", 11, 11, white],
      ["hole of the ring", 11, 16, blue],
      ["shaft", 20, 16, white],
      ["first tooth", 22, 19, white],
      ["last tooth", 27, 20, white],
      ["between the teeth", 24, 19, blue],
    ];
    assert.deepEqual(
      places.map(([what, x, y]) => [what, colourAt(x, y)]),
      places.map(([what, , , colour]) => [what, colour]),
    );
  });
});
