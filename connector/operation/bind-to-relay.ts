import type { OpenAPIV2 } from "openapi-types";
import type { Leaf } from "../../definition";
import type { ConnectorDocument } from "./set-secret-document";
import { relayQueries, setSecretPath } from "./set-secret-document";

/** Address of a relay: its trigger's callback URL without the key. Each part may be known only after deployment. */
export interface RelayAddress<L extends Leaf = Leaf> {
  readonly host: L;
  /** Path up to and with `/paths/invoke`. */
  readonly basePath: L;
  /** Constants that every request must carry, as in the callback URL. */
  readonly queries: Readonly<Record<(typeof relayQueries)[number], L>>;
}

/**
 * The document of a connector to one relay: with the relay's host, base path and constants.
 *
 * Plain data in and out; leaves are passed on without being read.
 */
export function bindToRelay(document: ConnectorDocument, relay: RelayAddress): object {
  const pathItem = document.paths[setSecretPath] as { put: OpenAPIV2.OperationObject };
  const parameters = (pathItem.put.parameters ?? []).map((parameter) => withDefault(parameter, relay));
  return {
    ...document,
    host: relay.host,
    basePath: relay.basePath,
    paths: { [setSecretPath]: { put: { ...pathItem.put, parameters } } },
  };
}

function withDefault(parameter: OpenAPIV2.Parameter | OpenAPIV2.ReferenceObject, relay: RelayAddress): object {
  const name = "name" in parameter ? relayQueries.find((query) => query === parameter.name) : undefined;
  return name === undefined ? parameter : { ...parameter, default: relay.queries[name] };
}
