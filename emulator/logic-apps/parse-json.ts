/** In valid JSON: a string, or a number with its fraction or exponent, if it has one. */
const stringsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+([.eE][\d.eE+-]*)?/g;
const maybeLarge = /\d{16}/;
/** Marks an integer that is written as a string for `JSON.parse`; no JSON text has the character unescaped. */
const mark = "\u0000";

/** Parses JSON. An integer that a number cannot hold is a bigint: `JSON.parse` would round it. Undefined for other text. */
export function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return maybeLarge.test(text) ? parseLarge(text) : value;
  } catch {
    return undefined;
  }
}

function parseLarge(text: string): unknown {
  const marked = text.replaceAll(stringsAndNumbers, (written: string, fractionOrExponent: string | undefined) =>
    written.startsWith('"') || fractionOrExponent !== undefined || Number.isSafeInteger(Number(written))
      ? written
      : JSON.stringify(`${mark}${written}`),
  );
  return JSON.parse(marked, (_name, part: unknown) =>
    typeof part === "string" && part.startsWith(mark) ? BigInt(part.slice(mark.length)) : part,
  );
}
