import { asObject, asString } from "../../../definition/json";
import { readMetricRule } from "../../monitor";
import { readRule, rejectMissing } from "../alert-rule";
import { ArmError } from "../errors";
import type { ResourceProvider, ArmServices } from "../resource-provider";
import { behaviours } from "./behaviours";
import { byDefault } from "../../provenance";
import { behaviours as general } from "../behaviours";

/** Microsoft.Insights/metricAlerts, on the runs of workflows and the messages of Service Bus namespaces. */
export function metricAlerts({ clock, store }: ArmServices): ResourceProvider {
  return {
    type: "Microsoft.Insights/metricAlerts",
    located: true,
    put: ({ body }) => {
      if (asString(body.location).toLowerCase() !== "global") {
        throw new ArmError(general.wrongAlertLocation, "A metric alert's location is 'global'.");
      }
      const given = asObject(body.properties);
      const { scopeId, scopeType, actionGroupIds } = readRule(() => readMetricRule(given));
      rejectMissing(store, scopeId, scopeType, "scope of the metric alert");
      for (const id of actionGroupIds) {
        rejectMissing(store, id, "Microsoft.Insights/actionGroups", "action group of the metric alert");
      }
      const lastUpdatedTime = clock.now().toISOString();
      const { autoMitigate = byDefault(behaviours.autoMitigate) } = given;
      return { ...body, properties: { ...given, autoMitigate, isMigrated: false, lastUpdatedTime } };
    },
  };
}
