import fc from "fast-check";

const codePoint = fc.oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }));

/**
 * Any character, for `unit` of `fc.string`: each code point but the halves of a pair.
 *
 * It is what fast-check's "binary" makes, which lists all of them first, for half a second.
 */
export const anyCharacter = codePoint.map((code) => String.fromCodePoint(code));
