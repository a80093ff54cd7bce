import { asObject, walkActions, walkTriggers } from "../../../definition";
import { callsIn, ExpressionSyntaxError, expressionsIn } from "../../../definition/expressions";
import { credentialPlaces, isCredentialName } from "../../credentials";
import { encrypted } from "../../model";
import type { Rule } from "../../rule/rule";

interface Configuration {
  /** Names of parameters that hold no credential although their name suggests one. */
  readonly notSecret: readonly string[];
}

export const secureParameters: Rule<Configuration> = {
  id: "secure-parameters",
  sentence: "A parameter that holds a credential is a SecureString or SecureObject without a default value.",
  fault: "A parameter that holds a credential is not a SecureString or SecureObject, or has a default value.",
  level: "mandatory",
  levelReason: "A credential that was readable once counts as disclosed and must be replaced.",
  reason: "Everyone who may read the workflow can read the values of all other parameters, and every default value.",
  remediation:
    'Declare the parameter as { "type": "SecureString" }, and give its value in the workflow resource\'s parameters.',
  reference: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-action-parameters",
  configuration: {
    schema: {
      type: "object",
      properties: {
        notSecret: {
          type: "array",
          items: { type: "string" },
          description: "Names of parameters that hold no credential although their name suggests one.",
        },
      },
      additionalProperties: false,
    },
    defaults: { notSecret: [] },
  },
  evaluate({ workflows }, { notSecret }, report) {
    const excepted = new Set(notSecret.map((name) => name.toLowerCase()));
    for (const { urn, definition, state, values } of workflows) {
      if (state === "unknown") report.undecided({ urn, path: "definition" });
      if (state !== "readable") continue;
      const used = usedAsCredential(definition);
      const names = usedAsSecretName(definition);
      for (const [name, value] of Object.entries(asObject(asObject(definition).parameters))) {
        const path = `definition.parameters.${name}`;
        if (typeof value === "symbol") report.undecided({ urn, path });
        const { type, defaultValue } = asObject(value);
        const isSecure = typeof type === "string" && /^secure(string|object)$/i.test(type);
        if (isSecure && defaultValue !== undefined) {
          report.finding({
            urn,
            path,
            message: `The secure parameter "${name}" has a default value, which is readable.`,
          });
        }
        const place = used.get(name.toLowerCase());
        const isSecretValue = valueOf(values, name) === encrypted;
        const isNamedSo = isCredentialName(name) && !names.has(name.toLowerCase());
        const isCredential = isNamedSo || place !== undefined || isSecretValue;
        if (isSecure || !isCredential || excepted.has(name.toLowerCase()) || typeof value === "symbol") continue;
        const why = place === undefined ? (isNamedSo ? "is named as one" : "is given a secret") : `is used in ${place}`;
        report.finding({
          urn,
          path,
          message: `The parameter "${name}" holds a credential (it ${why}) and is not secure.`,
        });
      }
    }
  },
};

/** Parameters that stand where a credential belongs, by name in lower case, with what they are there. */
function usedAsCredential(definition: unknown): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  for (const placed of [...walkTriggers(definition), ...walkActions(definition)]) {
    for (const { text, what } of credentialPlaces(placed)) {
      for (const name of parametersIn(text)) used.set(name.toLowerCase(), what);
    }
  }
  return used;
}

function valueOf(values: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.entries(values).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

/** Parameters that name a secret in the address of a vault's secret, in lower case: they hold a name, not a value. */
function usedAsSecretName(definition: unknown): ReadonlySet<string> {
  const placed = [...walkTriggers(definition), ...walkActions(definition)];
  return new Set(
    placed
      .flatMap(({ action }) => {
        const { uri, path } = asObject(action.inputs);
        return [uri, path].flatMap((address) =>
          typeof address === "string"
            ? [
                ...[...address.matchAll(/\/secrets\/(@\{[^}]*\})/gi)].flatMap(([, name = ""]) => parametersIn(name)),
                ...[...address.matchAll(joinedName)].flatMap(([, name = ""]) => [name]),
              ]
            : [],
        );
      })
      .map((name) => name.toLowerCase()),
  );
}

/** A parameter that `concat` puts behind the path of secrets. */
const joinedName = /\/secrets\/'\s*,\s*(?:(?:encode)?uricomponent\(\s*)?parameters\(\s*'([^']+)'/gi;

function parametersIn(text: string): readonly string[] {
  try {
    return expressionsIn(text).flatMap(({ expression }) =>
      callsIn(expression)
        .filter(({ name }) => name.toLowerCase() === "parameters")
        .flatMap(({ arguments: [first] }) =>
          first?.kind === "literal" && typeof first.value === "string" ? [first.value] : [],
        ),
    );
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return [];
    throw error;
  }
}
