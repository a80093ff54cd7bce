import type { IncomingMessage } from "node:http";
import { asObject, type JsonObject } from "../../../definition/json";

/** Longest body of a request. Those of the page have the name of a workflow or of a fault. */
export const longestBodyBytes = 4_096;

/** The body of a request, or the status of its refusal. */
export type ReadBody = { readonly body: JsonObject } | { readonly refusal: 400 | 413 | 415 };

/** Reads a JSON object. Another content type is refused: without asking the server first, other sites can send text and forms only. */
export async function readJson(request: IncomingMessage): Promise<ReadBody> {
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") return { refusal: 415 };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read on, so that the sender comes to read the answer, but keep nothing.
    if (length <= longestBodyBytes) chunks.push(chunk);
  }
  if (length > longestBodyBytes) return { refusal: 413 };
  const body = parse(Buffer.concat(chunks).toString());
  return body === undefined ? { refusal: 400 } : { body };
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? asObject(value) : undefined;
  } catch {
    return undefined;
  }
}
