import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { RelayAddress } from "../operation/bind-to-relay";
import { relayQueries } from "../operation/set-secret-document";

/** The form of each part of a relay's address. Nothing else of the callback URL, its key in particular, has one of them. */
const forms = {
  host: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  basePath: /^\/workflows\/[\w-]+\/triggers\/[\w-]+\/paths\/invoke$/,
  "api-version": /^\d{4}-\d{2}-\d{2}(-preview)?$/,
  sp: /^\/triggers\/[\w-]+\/run$/,
  sv: /^\d+\.\d+$/,
} as const satisfies Record<"host" | "basePath" | (typeof relayQueries)[number], RegExp>;

/** A relay's address, and what is wrong with it. */
export interface ReadRelayAddress {
  readonly address: RelayAddress<string>;
  /** One sentence each, without the value. */
  readonly problems: readonly string[];
}

/** Reads the relay's address from the document of a deployed connector, the inverse of `bindToRelay`. */
export function readRelayAddress(document: JsonObject): ReadRelayAddress {
  const defaults = new Map(
    operationsOf(document)
      .flatMap(({ parameters }) => asList(parameters).map(asObject))
      .map(({ name, default: value }) => [name, asString(value)]),
  );
  const queries = { "api-version": "", sp: "", sv: "" };
  for (const name of relayQueries) queries[name] = defaults.get(name) ?? "";
  const address = { host: asString(document.host), basePath: asString(document.basePath), queries };
  const parts = { host: address.host, basePath: address.basePath, ...queries };
  return {
    address,
    problems: Object.entries(forms)
      .filter(([part, form]) => !form.test(parts[part as keyof typeof parts]))
      .map(([part]) => `its document has no ${part} of a relay.`),
  };
}

/** The operations of an OpenAPI 2.0 document. */
function operationsOf(document: JsonObject): readonly JsonObject[] {
  return Object.values(asObject(document.paths)).flatMap((item) => Object.values(asObject(item)).map(asObject));
}
