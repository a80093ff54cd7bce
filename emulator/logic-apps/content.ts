import { asObject } from "../../definition/json";

/** A body as a workflow sees it: JSON parsed, text as a string, anything else wrapped; undefined when empty. */
export function readContent(body: string, contentType: string): unknown {
  if (body === "") return undefined;
  if (/^application\/([\w.-]+\+)?json\b/i.test(contentType)) return parseJson(body) ?? body;
  if (/^(text\/|application\/([\w.-]+\+)?xml\b)/i.test(contentType)) return body;
  const $content = Buffer.from(body, "utf8").toString("base64");
  const wrapped = { "$content-type": contentType === "" ? "application/octet-stream" : contentType, $content };
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return wrapped;
  return { ...wrapped, $formdata: [...new URLSearchParams(body)].map(([key, value]) => ({ key, value })) };
}

/** A value as the body of a message, with its content type; a string is sent as it is, a wrapped one unwrapped. */
export function writeContent(value: unknown): { readonly body: string; readonly contentType: string } | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return { body: value, contentType: "text/plain; charset=utf-8" };
  const { $content, "$content-type": contentType } = asObject(value);
  if (typeof $content === "string" && typeof contentType === "string") {
    return { body: Buffer.from($content, "base64").toString("utf8"), contentType };
  }
  return { body: toJson(value), contentType: "application/json; charset=utf-8" };
}

/** The JSON value; undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON, with the expression language's 64-bit integers as numbers. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
}
