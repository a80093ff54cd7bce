import fc from "fast-check";

const codePoint = fc.oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }));

/**
 * Any character, for `unit` of `fc.string`: each code point but the halves of a pair.
 *
 * fast-check's own "binary" makes the same characters, but spends half a second on a table of all of them.
 */
export const anyCharacter = codePoint.map((code) => String.fromCodePoint(code));
