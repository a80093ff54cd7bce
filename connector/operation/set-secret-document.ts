import type { OpenAPIV2 } from "openapi-types";
import { secretSchemas } from "./secret-schemas";

/** An OpenAPI 2.0 document with the metadata that Microsoft requires of connectors. */
export type ConnectorDocument = OpenAPIV2.Document & {
  readonly "x-ms-connector-metadata": readonly { readonly propertyName: string; readonly propertyValue: string }[];
};

/** Path of Set Secret in Key Vault's own document. */
export const setSecretPath = "/secrets/{secret-name}";

/** Its `operationId` there. */
export const setSecretOperationId = "SetSecret";

function failure(description: string): OpenAPIV2.ResponseObject {
  return { description, schema: { $ref: "#/definitions/KeyVaultError" } };
}

/** Constants of the relay's address. The designer fills them in and hides them. */
export const relayQueries = ["api-version", "sp", "sv"] as const;

function relayQuery(name: (typeof relayQueries)[number], description: string): OpenAPIV2.GeneralParameterObject {
  return {
    name,
    in: "query",
    description,
    required: true,
    type: "string",
    "x-ms-summary": name,
    "x-ms-visibility": "internal",
  };
}

/**
 * Key Vault's Set Secret operation as an OpenAPI 2.0 document for a custom connector, not yet bound to a relay.
 *
 * It differs from Key Vault's own document where the relay does: the response has no value, 403 and 504 have
 * additional meanings, and the name is one of a list.
 * https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret
 *
 * @param allowedSecretNames names that may be written; the designer shows them as a drop-down
 */
export function setSecretDocument(allowedSecretNames: readonly string[]): ConnectorDocument {
  return {
    swagger: "2.0",
    info: {
      title: "Key Vault secrets",
      version: "1.0",
      description: "Writes a secret to Azure Key Vault from a Logic App, and never repeats its value.",
      contact: { name: "logicapp-keyvault-secrets" },
    },
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json"],
    securityDefinitions: { api_key: { type: "apiKey", in: "query", name: "sig" } },
    security: [{ api_key: [] }],
    "x-ms-connector-metadata": [{ propertyName: "Categories", propertyValue: "Security" }],
    paths: { [setSecretPath]: { put: setSecretOperation(allowedSecretNames) } },
    definitions: secretSchemas,
  };
}

function setSecretOperation(allowedSecretNames: readonly string[]): OpenAPIV2.OperationObject {
  return {
    operationId: setSecretOperationId,
    summary: "Set secret",
    description:
      "Adds a secret to the Key Vault. If the named secret already exists, Key Vault creates a new version of it.",
    parameters: [
      relayQuery("api-version", "The version of the relay's trigger, as its callback URL names it."),
      relayQuery("sp", "What the key of the relay's trigger permits, as its callback URL names it."),
      relayQuery("sv", "The version of the key of the relay's trigger, as its callback URL names it."),
      {
        name: "secret-name",
        in: "path",
        description: "The name of the secret. Only the names of this list may be written.",
        required: true,
        type: "string",
        pattern: "^[0-9a-zA-Z-]+$",
        enum: [...allowedSecretNames],
        "x-ms-summary": "Secret name",
        "x-ms-url-encoding": "single",
      },
      {
        name: "parameters",
        in: "body",
        description: "The parameters for setting the secret.",
        required: true,
        schema: { $ref: "#/definitions/SecretSetParameters" },
      },
    ],
    responses: {
      "200": { description: "The request has succeeded.", schema: { $ref: "#/definitions/SecretItem" } },
      "403": failure("The name is not on the list, or Key Vault does not let the relay write the secret."),
      "504": failure("Key Vault gave the relay no answer in time."),
      default: failure("An unexpected error response."),
    },
  };
}
