import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { asObject } from "../../definition";
import type { PackConfiguration } from "../evaluation/evaluate-policies";
import { exemptionsSchema } from "../rule/exemption";
import type { RuleDescription } from "../rule/rule";

/** A configuration of the pack that cannot be used; the message says why, for its user. */
export class PackConfigurationError extends Error {
  constructor(file: string, problems: readonly string[]) {
    super([`--policy-config ${file}:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
    this.name = "PackConfigurationError";
  }
}

const levels = ["mandatory", "advisory", "disabled"];

/**
 * Reads a configuration of the pack, in the format of `pulumi preview --policy-pack-config`.
 *
 * @throws PackConfigurationError with everything that is wrong
 */
export async function readPackConfiguration(
  file: string,
  rules: readonly RuleDescription[],
): Promise<PackConfiguration> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new PackConfigurationError(file, ["the file cannot be read."]);
  });
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch {
    throw new PackConfigurationError(file, ["it is not JSON."]);
  }
  const validate = new Ajv({ strict: false, allErrors: true }).compile<PackConfiguration>(configurationSchema(rules));
  if (validate(configuration)) return configuration;
  const problems = (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if" && keyword !== "anyOf")
    .map(({ instancePath, message = "is wrong", params }) => {
      const { additionalProperty, allowedValues } = asObject(params);
      const which = typeof additionalProperty === "string" ? `: ${additionalProperty}` : "";
      const allowed = Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
      return `${instancePath.slice(1).replaceAll("/", ".") || "the document"} ${message}${which}${allowed}`;
    });
  throw new PackConfigurationError(file, [...new Set(problems)]);
}

/** JSON schema of a whole configuration. */
function configurationSchema(rules: readonly RuleDescription[]): object {
  const level = { enum: levels };
  const properties = rules.map(({ id, configuration: { schema } }): [string, object] => [
    id,
    {
      type: ["string", "object"],
      if: { type: "string" },
      then: level,
      else: {
        ...schema,
        properties: { ...asObject(asObject(schema).properties), enforcementLevel: level, exempt: exemptionsSchema },
        additionalProperties: false,
      },
    },
  ]);
  return {
    type: "object",
    properties: { all: level, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}
