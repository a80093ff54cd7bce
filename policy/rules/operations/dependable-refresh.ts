import { asObject, findActionPath } from "../../../definition";
import type { ModelWorkflow } from "../../model";
import { inputsByAction } from "../../model";
import type { Report, Rule } from "../../rule/rule";
import { reportHiddenFailures, reportUnwatched } from "./report-failures";
import { isRefresh, scheduledTriggers } from "./scheduled-workflows";
import type { AlertKind } from "./workflow-alerts";
import { notifiedAlerts } from "./workflow-alerts";

interface Configuration {
  /** Maximum number of retries of an action. */
  readonly maximumRetries: number;
}

export const dependableRefresh: Rule<Configuration> = {
  id: "dependable-refresh",
  sentence:
    "A workflow that refreshes a secret runs one instance at a time, limits its retries, and reports its failures.",
  fault:
    "A workflow that refreshes a secret runs concurrently, retries without limit, or does not report its failures.",
  level: "advisory",
  levelReason: "How many retries are right depends on the service, and alert rules are often part of another stack.",
  reason:
    "Concurrent refreshes can revoke each other's tokens, endless retries hide an outage, and without an alert a refresh that " +
    "stopped is noticed only when the token has expired.",
  remediation:
    "Set runtimeConfiguration.concurrency.runs to 1, bound retryPolicy.count, end a handled failure with Terminate " +
    "Failed, and alert on RunsFailed and on too few RunsSucceeded.",
  reference: "https://learn.microsoft.com/azure/logic-apps/error-exception-handling",
  configuration: {
    schema: {
      type: "object",
      properties: {
        maximumRetries: { type: "integer", minimum: 0, description: "Maximum number of retries of an action." },
      },
      additionalProperties: false,
    },
    defaults: { maximumRetries: 10 },
  },
  evaluate(model, { maximumRetries }, report) {
    const alerts = notifiedAlerts(model);
    for (const workflow of model.workflows.filter(isRefresh)) {
      checkTrigger(workflow, report);
      checkRetries(workflow, maximumRetries, report);
      const { urn } = workflow;
      reportHiddenFailures(workflow, report);
      const wanted: readonly AlertKind[] = ["failure", "absence of success"];
      for (const kind of wanted.filter((each) => alerts.get(urn)?.has(each) !== true)) {
        reportUnwatched(workflow, kind, report);
      }
    }
  },
};

function checkTrigger({ urn, definition }: ModelWorkflow, report: Report): void {
  for (const [name, trigger] of scheduledTriggers(definition)) {
    const { concurrency } = asObject(trigger.runtimeConfiguration);
    if (asObject(concurrency).runs === 1 || trigger.operationOptions === "SingleInstance") continue;
    const path = `definition.triggers.${name}.runtimeConfiguration.concurrency`;
    report.finding({ urn, path, message: `The trigger "${name}" can start a run while another one is still running.` });
  }
}

function checkRetries({ urn, definition }: ModelWorkflow, maximum: number, report: Report): void {
  for (const [action, { retryPolicy }] of inputsByAction(definition)) {
    const { count } = asObject(retryPolicy);
    if (typeof count !== "number" || count <= maximum) continue;
    const path = `definition.${findActionPath(definition, action)}.inputs.retryPolicy.count`;
    report.finding({ urn, path, message: `The action "${action}" retries more than ${maximum} times.` });
  }
}
