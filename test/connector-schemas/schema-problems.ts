import Ajv from "ajv";
import apiDefinition from "./api-definition.json";
import apiProperties from "./api-properties.json";
import settings from "./settings.json";

const ajv = new Ajv({ allErrors: true, strict: false });

const schemas = {
  apiDefinition: ajv.compile(apiDefinition),
  apiProperties: ajv.compile(apiProperties),
  settings: ajv.compile(settings),
};

/** What Microsoft's rules on files of custom connectors have against a file. */
export function schemaProblems(kind: keyof typeof schemas, content: unknown): readonly string[] {
  const validate = schemas[kind];
  if (validate(content)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}
