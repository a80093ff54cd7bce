import { asObject, asString } from "../json-object";
import { readMetricRule, RuleRefusedError, type MetricRule } from "../monitor";
import { ArmError } from "./arm-error";
import type { ResourceProvider, Surroundings } from "./resource-provider";

/** Microsoft.Insights/metricAlerts, on the runs of workflows. */
export function metricAlerts({ clock, store }: Surroundings): ResourceProvider {
  return {
    type: "Microsoft.Insights/metricAlerts",
    apiVersions: ["2018-03-01"],
    located: true,
    put: ({ body }) => {
      if (asString(body.location).toLowerCase() !== "global") {
        throw new ArmError(400, "LocationNotAvailableForResourceType", "A metric alert's location is 'global'.");
      }
      const given = asObject(body.properties);
      const { workflowId, actionGroupIds } = ruleOf(given);
      if (store.get(workflowId)?.type.toLowerCase() !== "microsoft.logic/workflows") {
        throw new ArmError(404, "ResourceNotFound", `The scope '${workflowId}' of the metric alert was not found.`);
      }
      for (const id of actionGroupIds) {
        if (store.get(id)?.type.toLowerCase() === "microsoft.insights/actiongroups") continue;
        throw new ArmError(404, "ResourceNotFound", `The action group '${id}' of the metric alert was not found.`);
      }
      const lastUpdatedTime = clock.now().toISOString();
      return { ...body, properties: { autoMitigate: true, ...given, isMigrated: false, lastUpdatedTime } };
    },
  };
}

function ruleOf(properties: Readonly<Record<string, unknown>>): MetricRule {
  try {
    return readMetricRule(properties);
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    throw error.kind === "wrong"
      ? new ArmError(400, "BadRequest", error.message)
      : new ArmError(501, "AlertNotServed", error.message);
  }
}
