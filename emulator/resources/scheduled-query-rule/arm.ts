import { defaultApiVersion } from "../../../azure";
import { asList, asObject, asString } from "../../../definition/json";
import { readLogRule } from "../../monitor";
import { readRule, rejectMissing } from "../alert-rule";
import { ArmError } from "../errors";
import type { ResourceProvider, ArmServices } from "../resource-provider";
import type { StoredResource } from "../resource-store";
import { behaviours } from "./behaviours";
import { byDefault } from "../../provenance";
import { behaviours as general } from "../behaviours";

const type = "Microsoft.Insights/scheduledQueryRules";

/**
 * Rejects other scopes of a rule that exists. Ids ignore case.
 *
 * @throws {ArmError} BadRequest
 */
function rejectOtherScopes(existing: StoredResource | undefined, scopes: unknown): void {
  if (existing === undefined) return;
  const ids = (list: unknown): string => JSON.stringify(asList(list).map((id) => asString(id).toLowerCase()));
  if (ids(asObject(existing.answer.properties).scopes) === ids(scopes)) return;
  throw new ArmError(behaviours.otherScopes, "Scope can not be updated");
}

/** Microsoft.Insights/scheduledQueryRules: log alerts on the failed runs of workflows. */
export function scheduledQueryRules({ clock, store }: ArmServices): ResourceProvider {
  return {
    type,
    located: true,
    put: ({ body, existing }) => {
      const { kind = byDefault(behaviours.kind), location } = body;
      if (asString(location).toLowerCase() === "global") {
        throw new ArmError(general.wrongAlertLocation, "A log alert's location is a region.");
      }
      const given = asObject(body.properties);
      rejectOtherScopes(existing, given.scopes);
      const { workspaceId, actionGroupIds } = readRule(() => readLogRule(given, kind));
      rejectMissing(store, workspaceId, "Microsoft.OperationalInsights/workspaces", "scope of the log alert");
      for (const id of actionGroupIds) {
        rejectMissing(store, id, "Microsoft.Insights/actionGroups", "action group of the log alert");
      }
      const lastModifiedAt = clock.now().toISOString();
      const { createdAt = lastModifiedAt } = asObject(existing?.answer.systemData);
      const own = {
        createdWithApiVersion: defaultApiVersion(type),
        isLegacyLogAnalyticsRule: false,
        isWorkspaceAlertsStorageConfigured: false,
      };
      return { ...body, kind, systemData: { createdAt, lastModifiedAt }, properties: { ...given, ...own } };
    },
  };
}
