import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { KoaContextWithOIDC } from "oidc-provider";

type Context = Pick<KoaContextWithOIDC, "req" | "request">;

/** Reads the form of a request, which nothing can read after that until {@link replaceForm} gives it another. */
export async function readForm({ req }: Context): Promise<URLSearchParams> {
  return new URLSearchParams((await buffer(req)).toString());
}

/** Gives a request that was read a form again. */
export function replaceForm(context: Context, form: URLSearchParams): void {
  const body = Buffer.from(form.toString());
  const { headers, method, url, socket, httpVersion } = context.req;
  const replayed = Object.assign(Readable.from([body]), {
    method,
    url,
    socket,
    httpVersion,
    headers: { ...headers, "content-length": String(body.length) },
  });
  // Koa and oidc-provider read of the request what is set here, and nothing else.
  context.req = context.request.req = replayed as unknown as Context["req"];
}
