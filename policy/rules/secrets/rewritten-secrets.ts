import { asObject } from "../../../definition";
import type { Need, StackResource, VaultKey } from "../../model";
import { isUnknown, maybeSame } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const rewrittenSecrets: Rule = {
  id: "rewritten-secrets",
  sentence: "The program does not overwrite the value of a secret that a Logic App updates.",
  fault: "The program overwrites the value of a secret that a Logic App updates.",
  level: "mandatory",
  levelReason: "The next deployment is certain to break the requests that use the token.",
  reason: "The next deployment would restore the old value, and every request with that token would fail with 401.",
  remediation: 'Give the secret the option ignoreChanges: ["properties.value"], or do not declare it in the program.',
  reference: "https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    const writes = model.needs.filter(({ permission }) => permission === "set");
    for (const secret of model.ofType("azure-native:keyvault:Secret")) {
      if (!writes.some((write) => mayMean(write, model.vaultOf(secret), nameOf(secret)))) continue;
      const { value } = asObject(secret.properties.properties);
      if (value === undefined || ignoresValue(secret)) continue;
      report.finding({
        urn: secret.urn,
        path: "properties.value",
        message: "A Logic App updates this secret, and the next deployment restores the old value.",
      });
    }
  },
};

/** In lower case; undefined where it is known only after deployment. A secret without a name takes the logical one. */
function nameOf({ name, properties }: StackResource): string | undefined {
  const { secretName } = properties;
  if (isUnknown(secretName)) return undefined;
  return (typeof secretName === "string" ? secretName : name).toLowerCase();
}

function mayMean({ vault, secretNames }: Need, wanted: VaultKey, name: string | undefined): boolean {
  return maybeSame(vault, wanted) && (name === undefined || (secretNames?.includes(name) ?? true));
}

function ignoresValue({ ignoreChanges }: StackResource): boolean {
  return ignoreChanges.some((path) => /^(\*|properties(\.value|\["value"\]|\.\*)?)$/.test(path));
}
