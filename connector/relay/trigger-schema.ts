/** What is read of an OpenAPI schema. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/**
 * The JSON schema by which the relay's trigger refuses a request body: the document's own, closed to other properties.
 *
 * OpenAPI's extensions and formats are left out: JSON schema knows neither `x-ms-summary` nor `password`.
 */
export function triggerSchema(schema: Schema): object {
  const { type, properties, required, additionalProperties } = schema;
  return {
    type,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, triggerSchema(property)]),
          ),
        }),
    ...(required === undefined ? {} : { required }),
    ...(type === "object"
      ? { additionalProperties: typeof additionalProperties === "object" ? triggerSchema(additionalProperties) : false }
      : {}),
  };
}
