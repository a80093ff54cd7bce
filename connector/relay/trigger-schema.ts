/** The parts of an OpenAPI schema that a trigger schema keeps. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/**
 * The JSON schema with which the relay's trigger validates a request body: the document's, without additional properties.
 *
 * OpenAPI's extensions and formats are left out, because JSON schema has neither `x-ms-summary` nor `password`.
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
