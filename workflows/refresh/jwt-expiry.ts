const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Expression of the `exp` of a token that is a JWT (RFC 7519), as text; for any other token, not a whole number.
 *
 * `base64ToString` and `json` fail on invalid input, and `if` evaluates both branches. The payload is therefore replaced
 * by an encoded `{}` unless it is valid base64url, and `exp` is searched for in its text.
 */
export function jwtExpiry(token: string): string {
  const payload = `split(concat(${token}, '..'), '.')[1]`;
  const isReadable = [
    `equals(length(split(${token}, '.')), 3)`,
    // Only base64url characters: their union with the alphabet has no more than 64.
    `equals(length(union(chunk('${alphabet}', 1), chunk(concat('A', ${payload}), 1))), ${alphabet.length})`,
    `not(equals(mod(length(${payload}), 4), 1))`,
  ];
  const readable = `if(and(${isReadable.join(", ")}), ${payload}, 'e30')`;
  const padding = `substring('===', 0, mod(sub(4, mod(length(${readable}), 4)), 4))`;
  const base64 = `concat(replace(replace(${readable}, '-', '+'), '_', '/'), ${padding})`;
  const claims = `replace(base64ToString(${base64}), ' ', '')`;
  return `first(split(replace(split(concat(${claims}, '"exp":'), '"exp":')[1], '}', ','), ','))`;
}
