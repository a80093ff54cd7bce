import { asList, asObject, isObject, type JsonObject } from "../../definition/json";
import { mapJson } from "../../definition/map-json";
import { relayQueries } from "../operation/set-secret-document";

/** Name under which every target gets the document. */
export const documentFile = "apiDefinition.swagger.json";

/**
 * The document with `int64` for Key Vault's `unixtime`, a format that Microsoft's schema of connectors does not have.
 * https://github.com/microsoft/PowerPlatformConnectors/blob/dev/schemas/apiDefinition.swagger.schema.json
 */
export function withKnownFormats(document: JsonObject): JsonObject {
  return asObject(
    mapJson(document, (part) => (isObject(part) && part.format === "unixtime" ? { ...part, format: "int64" } : part)),
  );
}

/** The document without the constants of the relay's address, for gateways that add them themselves. */
export function withoutRelayQueries(document: JsonObject): JsonObject {
  const constants: ReadonlySet<unknown> = new Set(relayQueries);
  const isConstant = (parameter: unknown): boolean => {
    const { in: place, name } = asObject(parameter);
    return place === "query" && constants.has(name);
  };
  return asObject(
    mapJson(document, (part) =>
      isObject(part) && Array.isArray(part.parameters)
        ? { ...part, parameters: asList(part.parameters).filter((parameter) => !isConstant(parameter)) }
        : part,
    ),
  );
}
