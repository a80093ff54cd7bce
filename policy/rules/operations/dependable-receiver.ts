import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";
import { reportHiddenFailures, reportUnwatched } from "./report-failures";
import { isReceiver, isRefresh } from "./scheduled-workflows";
import { notifiedAlerts } from "./workflow-alerts";

export const dependableReceiver: Rule = {
  id: "dependable-receiver",
  sentence: "A workflow that receives messages of Service Bus on a schedule reports its failures.",
  fault: "A workflow that receives messages of Service Bus does not report its failures.",
  level: "advisory",
  levelReason:
    "Alert rules are often part of another stack, such as one that watches the dead letters of the namespace.",
  reason:
    "A message that is not completed is delivered again and again, then goes to the dead letters: a run that ends as " +
    "Succeeded all the same, or fails without anybody being told, is noticed by whoever misses the records.",
  remediation:
    "End a handled failure with Terminate Failed; in a loop, note it in a variable and end the run behind the loop. " +
    "Alert on RunsFailed.",
  reference: "https://learn.microsoft.com/azure/logic-apps/error-exception-handling",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    const alerts = notifiedAlerts(model);
    // The rule on refreshes says the same of a workflow that is both.
    for (const workflow of model.workflows.filter((each) => isReceiver(each) && !isRefresh(each))) {
      reportHiddenFailures(workflow, report);
      if (alerts.get(workflow.urn)?.has("failure") !== true) reportUnwatched(workflow, "failure", report);
    }
  },
};
