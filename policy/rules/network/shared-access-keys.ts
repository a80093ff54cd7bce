import { isUnknown } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const sharedAccessKeys: Rule = {
  id: "shared-access-keys",
  sentence: "A Service Bus namespace accepts no shared access keys.",
  fault: "A Service Bus namespace accepts shared access keys.",
  level: "advisory",
  levelReason: "Other clients of the namespace may still need a key, which only its owner knows.",
  reason: "Whoever has a key may use it from anywhere until it is replaced, and no log says who that was.",
  remediation: "Set disableLocalAuth to true, and let every client use an identity with a role.",
  reference: "https://learn.microsoft.com/azure/service-bus-messaging/disable-local-authentication",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    for (const { urn, properties } of model.ofType("azure-native:servicebus:Namespace")) {
      const { disableLocalAuth } = properties;
      if (disableLocalAuth === true || disableLocalAuth === "true") continue;
      const path = "disableLocalAuth";
      if (isUnknown(disableLocalAuth)) report.undecided({ urn, path });
      else report.finding({ urn, path, message: "The namespace accepts shared access keys." });
    }
  },
};
