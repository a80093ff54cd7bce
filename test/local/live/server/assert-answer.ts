import assert from "node:assert/strict";
import type { Received } from "./send";

/** Headers that no answer may be without. */
const headersOfAll = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Asserts the headers that protect an answer, and the absence of those that would give it away. */
export function assertProtected({ headers }: Received, policy = "default-src 'none'; frame-ancestors 'none'"): void {
  const present = Object.fromEntries(Object.keys(headersOfAll).map((name) => [name, headers[name]]));
  assert.deepEqual(present, headersOfAll);
  assert.equal(headers["content-security-policy"], policy);
  for (const name of Object.keys(headers))
    assert.doesNotMatch(name, /^access-control-|^set-cookie$|^server$|^x-powered/);
}

/** Asserts a refusal: a status, and no word of why. */
export function assertRefused(answer: Received, status: number): void {
  assert.deepEqual([answer.status, answer.body], [status, ""]);
  assertProtected(answer);
}
