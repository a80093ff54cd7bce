import { asObject } from "../../../definition";
import { isUnknown } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";
import { readCallers } from "./read-callers";

export const runHistoryAccess: Rule = {
  id: "run-history-access",
  sentence: "Inputs and outputs of runs can be read from specified addresses only.",
  fault: "Inputs and outputs of runs can be read from any address.",
  level: "advisory",
  levelReason:
    "Readers often have no fixed addresses, and secrets are kept out of run history by hidden-tokens already.",
  reason:
    "Everything that run history does not hide can be read for ninety days by everyone who may read the workflow.",
  remediation: "Set accessControl.contents.allowedCallerIpAddresses; in this program, runHistoryIpRanges.",
  reference: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#restrict-ip",
  configuration: noConfiguration,
  evaluate({ workflows }, _, report) {
    for (const { urn, resource } of workflows) {
      const { accessControl } = resource.properties;
      const readers = isUnknown(accessControl) ? "unknown" : readCallers(asObject(accessControl).contents);
      const path = "accessControl.contents";
      if (readers === "unknown") report.undecided({ urn, path });
      if (readers === "everyone") report.finding({ urn, path, message: "Run history can be read from any address." });
    }
  },
};
