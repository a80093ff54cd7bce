import { evaluate, type Scope } from "../../expressions";
import type { JsonObject } from "../../../../definition/json";
import { parseJson } from "../../parse-json";
import { schemaErrors } from "../../json-schema";
import { failed, succeeded, type Outcome } from "../outcome";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";

/** Parses text, or takes a value as it is, and holds it against the schema, which is not evaluated. */
export async function performParseJson({ content, schema }: JsonObject, scope: Scope): Promise<Outcome> {
  const given = evaluate(content, scope);
  const inputs = { content: given, schema };
  const body = typeof given === "string" ? parseJson(given) : given;
  if (body === undefined) {
    return failed(actionFailure(behaviours.invalidJson, "The content of the action is not valid JSON."), { inputs });
  }
  const errors = await schemaErrors(schema, body);
  if (errors.length === 0) return succeeded({ inputs, outputs: { body } });
  return failed(actionFailure(behaviours.schemaMismatch, `Schema validation failed: ${errors.join("; ")}.`), {
    inputs,
  });
}
