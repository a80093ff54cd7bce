import type { Network } from "../../../emulator/network";

/** An answer of a token endpoint; the body is empty where it is not JSON. */
export interface TokenAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts a form to a URL of a served host. */
export async function postForm(
  network: Network,
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const answer = await network.send({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  });
  const contentType = answer.headers["content-type"] ?? "";
  const body = contentType.startsWith("application/json") ? (JSON.parse(answer.body) as TokenAnswer["body"]) : {};
  return { status: answer.status, contentType, body };
}
