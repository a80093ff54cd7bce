import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { unwrapSecrets } from "../azure-native";
import { asObject, isObject, type JsonObject } from "../../definition/json";

/** Represents an unknown value on Pulumi's wire. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource's properties off the wire. */
export interface Properties {
  /** Without markers of secrets. */
  readonly value: JsonObject;
  /** Positions of secrets. */
  readonly secrets: ReturnType<typeof unwrapSecrets>["secrets"];
}

/** Reads properties; none where the message has none. */
export function readProperties(message: Struct | undefined): Properties {
  const { value, secrets } = unwrapSecrets(message?.toJavaScript() ?? {});
  return { value: asObject(withoutNulls(value)), secrets };
}

/** Writes properties; what is undefined is left out. */
export function writeProperties(properties: JsonObject): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)) as Record<string, JavaScriptValue>);
}

/** A null property counts as absent; azure-native skips them at every depth of an object. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)]));
}

/** Decides whether a value is unknown or contains an unknown value. */
export function holdsUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsUnknown);
  return isObject(value) ? Object.values(value).some(holdsUnknown) : value === unknownValue;
}
