import type { OpenAPIV2 } from "openapi-types";

const attributes: Record<string, OpenAPIV2.SchemaObject> = {
  enabled: {
    type: "boolean",
    description: "Determines whether the object is enabled.",
    "x-ms-summary": "Enabled",
  },
  nbf: {
    type: "integer",
    format: "unixtime",
    description: "Not before date in UTC.",
    "x-ms-summary": "Not before (Unix seconds)",
  },
  exp: {
    type: "integer",
    format: "unixtime",
    description: "Expiry date in UTC.",
    "x-ms-summary": "Expires (Unix seconds)",
  },
};

const tags: OpenAPIV2.SchemaObject = {
  type: "object",
  description: "Application specific metadata in the form of key-value pairs.",
  additionalProperties: { type: "string" },
  "x-ms-summary": "Tags",
};

/** The schemas of Set Secret's document: Key Vault's own, reduced to the properties that the action uses. */
export const secretSchemas = {
  SecretSetParameters: {
    type: "object",
    description: "The secret set parameters.",
    properties: {
      value: {
        type: "string",
        format: "password",
        description: "The value of the secret.",
        "x-ms-summary": "Value",
        "x-ms-visibility": "important",
      },
      contentType: {
        type: "string",
        description: "Type of the secret value such as a password.",
        "x-ms-summary": "Content type",
      },
      tags,
      attributes: {
        type: "object",
        description: "The secret management attributes.",
        properties: attributes,
        "x-ms-summary": "Attributes",
      },
    },
    required: ["value"],
  },
  // Key Vault responds with a SecretBundle, which contains the value; the relay's response does not.
  SecretItem: {
    type: "object",
    description: "A secret without its value: its id, which ends in the new version, and its attributes.",
    properties: {
      id: { type: "string", description: "The secret id.", "x-ms-summary": "Id" },
      contentType: {
        type: "string",
        description: "The content type of the secret.",
        "x-ms-summary": "Content type",
      },
      attributes: {
        type: "object",
        description: "The secret management attributes.",
        properties: {
          ...attributes,
          created: {
            type: "integer",
            format: "unixtime",
            description: "Creation time in UTC.",
            readOnly: true,
            "x-ms-summary": "Created (Unix seconds)",
          },
          updated: {
            type: "integer",
            format: "unixtime",
            description: "Last updated time in UTC.",
            readOnly: true,
            "x-ms-summary": "Updated (Unix seconds)",
          },
        },
        "x-ms-summary": "Attributes",
      },
      tags,
    },
  },
  KeyVaultError: {
    type: "object",
    description: "The key vault error exception.",
    properties: {
      error: {
        type: "object",
        description: "The key vault server error.",
        properties: {
          code: { type: "string", description: "The error code.", "x-ms-summary": "Error code" },
          message: { type: "string", description: "The error message.", "x-ms-summary": "Error message" },
          innererror: {
            type: "object",
            description: "The key vault server error.",
            properties: {
              code: { type: "string", description: "The error code.", "x-ms-summary": "Inner error code" },
            },
          },
        },
      },
    },
  },
} satisfies Record<string, OpenAPIV2.SchemaObject>;
