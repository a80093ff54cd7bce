import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { asObject, decodeText } from "../../definition";
import { nearest } from "../../settings/problems/nearest";
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
  const text = await readFile(file).then(decodeText, () => {
    throw new PackConfigurationError(file, ["the file cannot be read."]);
  });
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch {
    throw new PackConfigurationError(file, ["it is not JSON."]);
  }
  // Run once: optimized code takes longer to make than it saves.
  const ajv = new Ajv({ strict: false, allErrors: true, code: { optimize: false } });
  const validate = ajv.compile<PackConfiguration>(configurationSchema(rules));
  if (validate(configuration)) return configuration;
  const problems = (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if" && keyword !== "anyOf")
    .map(({ instancePath, message = "is wrong", params }) => {
      const { additionalProperty, allowedValues } = asObject(params);
      const path = instancePath.slice(1).replaceAll("/", ".");
      if (typeof additionalProperty === "string") return describeUnknown(path, additionalProperty, rules);
      const expected = Array.isArray(allowedValues)
        ? `is not an allowed value. Expected ${allowedValues.join(", ")}`
        : message;
      return `${path === "" ? "the document" : path} ${expected}.`;
    });
  throw new PackConfigurationError(file, [...new Set(problems)]);
}

function describeUnknown(path: string, name: string, rules: readonly RuleDescription[]): string {
  if (path !== "") return `${path} has no setting ${name}. docs/policy/rules.md lists those of each rule.`;
  const meant = nearest(
    name,
    rules.map(({ id }) => id),
  );
  return `${name} is not a rule. ${meant === undefined ? "docs/policy/rules.md lists the rules." : `Did you mean ${meant}?`}`;
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
