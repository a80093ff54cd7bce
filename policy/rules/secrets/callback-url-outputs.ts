import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const callbackUrlOutputs: Rule = {
  id: "callback-url-outputs",
  sentence: "No output of the stack shows a callback URL.",
  level: "advisory",
  reason: "A callback URL holds the key of its trigger, and plain outputs are printed in every pipeline's log.",
  remediation: "Wrap the output in pulumi.secret, or leave it out.",
  reference: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  configuration: noConfiguration,
  evaluate({ stack: { plainOutputs = {} } }, _, report) {
    for (const [name, value] of Object.entries(plainOutputs)) {
      if (textsIn(value).some((text) => /[?&]sig=[^&\s]/.test(text))) {
        report.finding({ path: `outputs.${name}`, message: `The output "${name}" shows the key of a trigger.` });
      }
    }
  },
};

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
