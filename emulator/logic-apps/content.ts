import { asObject } from "../../definition/json";
import { actionBehaviours as behaviours } from "./action-behaviours";
import { exercise, follow, type Readings } from "../provenance";
import { parseJson } from "./parse-json";

/** A body of the type application/json that is no JSON. */
export const malformed = Symbol("malformed JSON");

/**
 * A body as a workflow sees it: JSON parsed, text as a string, anything else wrapped; undefined when empty.
 *
 * @returns {@link malformed} for a body that is called JSON and is none, which is the text where that reading is followed
 */
export function readContent(body: string, contentType: string, readings: Readings): unknown {
  if (body === "") return undefined;
  if (contentType === "") return readUntyped(body, readings);
  const [type = ""] = contentType.toLowerCase().split(";");
  if (type.trim() === "application/json" || (isOfJson(type) && follow(readings, "jsonTypes") === "value")) {
    exercise(behaviours.jsonBody);
    return parseJson(body) ?? (follow(readings, "malformedJson") === "text" ? body : malformed);
  }
  if (isText(type, readings)) {
    exercise(behaviours.textBody);
    return body;
  }
  const wrapped = wrap(body, contentType);
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    exercise(behaviours.otherBody);
    return wrapped;
  }
  exercise(behaviours.formBody);
  return { ...wrapped, $formdata: [...new URLSearchParams(body)].map(([key, value]) => ({ key, value })) };
}

function isOfJson(type: string): boolean {
  return /^(application\/[\w.-]+\+json|text\/json)\b/.test(type);
}

function isText(type: string, readings: Readings): boolean {
  if (type.trim() === "text/plain") return true;
  if (isOfJson(type)) return false;
  if (/^application\/([\w.-]+\+)?xml\b/.test(type)) return follow(readings, "xmlTypes") === "text";
  return type.startsWith("text/") && follow(readings, "textTypes") === "text";
}

function readUntyped(body: string, readings: Readings): unknown {
  const reading = follow(readings, "missingType");
  if (reading === "envelope") return wrap(body, "application/octet-stream");
  return reading === "text" ? body : (parseJson(body) ?? body);
}

function wrap(body: string, contentType: string): { readonly "$content-type": string; readonly $content: string } {
  return { "$content-type": contentType, $content: Buffer.from(body, "utf8").toString("base64") };
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

/** JSON, with the expression language's 64-bit integers as numbers. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
}
