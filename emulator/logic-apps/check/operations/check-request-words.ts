import { asString } from "../../../../definition/json";
import { behaviours, problem } from "../behaviours";

const verbs = ["GET", "PUT", "POST", "PATCH", "DELETE"];

/** Checks an HTTP method that is written out, in any case. */
export function checkVerb(where: string, method: unknown): string[] {
  const verb = asString(method);
  if (method === undefined || verb.includes("@") || verbs.includes(verb.toUpperCase())) return [];
  return [problem(behaviours.unknownVerb, `${where} has the method '${verb}'; allowed: ${verbs.join(", ")}.`)];
}

/** Checks the status code of a Response that is written out, as a number or a text. */
export function checkStatusCode(where: string, statusCode: unknown): string[] {
  if (statusCode === undefined || (typeof statusCode === "string" && statusCode.includes("@"))) return [];
  const written = typeof statusCode === "number" ? String(statusCode) : asString(statusCode);
  if (/^[245]\d\d$/.test(written)) return [];
  const text = `${where} has the statusCode '${written}'; a Response answers with a 2xx, 4xx or 5xx.`;
  return [problem(behaviours.invalidStatusCode, text)];
}
