import { createHash } from "node:crypto";
import { trustedTypesPolicy } from "../client/trusted-types-policy";

/** Script and style of a page, which stand in its HTML. */
export interface InlineCode {
  readonly script: string;
  readonly style: string;
}

/** Headers of every answer: nothing is stored, framed, sniffed, or read by another origin. */
const always = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** Headers of an answer that is no page: were it shown as one, nothing in it would run. */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...always,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Headers of a page: only its own script and style are used, by their hashes, and only this server is contacted. */
export function pageHeaders({ script, style }: InlineCode): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
    `style-src ${hashSource(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
  ];
  return { ...always, "content-security-policy": policy.join("; ") };
}

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashSource(code: string): string {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}
