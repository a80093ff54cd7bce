import { connectorDocument } from "./connector-document";
import { hiddenTokens } from "./hidden-tokens";
import { httpsAndAudience } from "./https-and-audience";
import { noCredentials } from "./no-credentials";
import { secureParameters } from "./secure-parameters";
import { writtenSecretNames } from "./written-secret-names";

/** The rules about definitions and connectors. */
export const definitionRules = [
  connectorDocument,
  writtenSecretNames,
  hiddenTokens,
  noCredentials,
  secureParameters,
  httpsAndAudience,
] as const;
