import { findTexts } from "../../data-flow";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const callbackUrlOutputs: Rule = {
  id: "callback-url-outputs",
  sentence: "No plain output of the stack contains a callback URL.",
  fault: "A plain output of the stack contains a callback URL.",
  level: "advisory",
  levelReason:
    "Such an output can be how the caller gets the URL on purpose; whether its readers may call is not in the stack.",
  reason: "A callback URL contains the key of its trigger, and plain outputs are printed in every pipeline log.",
  remediation: "Wrap the output in pulumi.secret, or leave it out.",
  reference: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  configuration: noConfiguration,
  evaluate({ stack: { plainOutputs = {} } }, _, report) {
    for (const [name, value] of Object.entries(plainOutputs)) {
      if (findTexts(value, name).some(({ text }) => /[?&]sig=[^&\s]/.test(decoded(text)))) {
        report.finding({ path: `outputs.${name}`, message: `The output "${name}" contains the key of a trigger.` });
      }
    }
  },
};

/** A text without percent-encoding, however often it was encoded; as it stands where it is wrongly encoded. */
function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < 3 && plain.includes("%"); times += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}
