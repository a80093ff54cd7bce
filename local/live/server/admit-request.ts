import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Access to a page: its origin, such as `http://127.0.0.1:8080`, and the token that opens it. */
export interface PageAccess {
  readonly origin: string;
  readonly token: string;
}

/**
 * Decides whether a request was sent to this page's own address, and by this page where a page sent it.
 *
 * A name that an attacker rebinds to 127.0.0.1 stands in `Host`, and another site in `Origin`. Both have exactly one
 * allowed value. `localhost` is none: it may resolve to `::1`, where another program may listen on the same port.
 */
export function isFromPage(
  { method, headersDistinct }: IncomingMessage,
  { origin }: Pick<PageAccess, "origin">,
): boolean {
  const { host = [], origin: origins = [], "sec-fetch-site": sites = [] } = headersDistinct;
  if (host.length !== 1 || host[0] !== new URL(origin).host) return false;
  // Browsers send it with every POST: https://fetch.spec.whatwg.org/#origin-header
  if (method === "POST" && origins.length === 0) return false;
  return origins.every((sent) => sent === origin) && sites.every((site) => site === "same-origin" || site === "none");
}

/** Decides whether a request has the page's token, as `Authorization: Bearer`. The time it takes tells nothing of it. */
export function hasToken({ headersDistinct }: IncomingMessage, { token }: Pick<PageAccess, "token">): boolean {
  const { authorization = [] } = headersDistinct;
  const [sent = ""] = authorization;
  // Hashes have the same length, as the comparison requires.
  return timingSafeEqual(hash(sent), hash(`Bearer ${token}`)) && authorization.length === 1;
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
