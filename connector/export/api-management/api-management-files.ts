import { withoutKey, type JsonObject } from "../../../definition/json";
import type { RelayAddress } from "../../operation/bind-to-relay";
import { jsonFile, type ExportedFile } from "../exported-file";
import { documentFile, withKnownFormats, withoutRelayQueries } from "../portable-document";
import { relayPolicy } from "./relay-policy";

/** Input for the files of an API in API Management. */
export interface ApiManagementExport {
  /** Of the deployed connector. */
  readonly document: JsonObject;
  readonly address: RelayAddress<string>;
  /**
   * Host name of the gateway.
   * @default the document names no host, which in OpenAPI 2.0 means the host that serves it
   */
  readonly gatewayHost?: string | undefined;
}

/** API URL suffix, which the import sets too. */
const apiPath = "keyvault-secrets";

/**
 * The document as callers of the gateway see it, and the policy that leads to the relay. The gateway has its own
 * subscription key, so that the document has no security definition.
 */
export function apiManagementFiles({ document, address, gatewayHost }: ApiManagementExport): readonly ExportedFile[] {
  const { host: relayHost, ...others } = ["securityDefinitions", "security"].reduce(withoutKey, document);
  const seenByCallers = {
    ...others,
    ...(gatewayHost === undefined ? {} : { host: gatewayHost }),
    basePath: `/${apiPath}`,
  };
  return [
    jsonFile(documentFile, withKnownFormats(withoutRelayQueries(seenByCallers))),
    { path: "policy.xml", content: relayPolicy(address) },
  ];
}
