import { asList, asObject, asString } from "../../../definition/json";
import { ArmError } from "../errors";
import type { ResourceProvider, ArmServices } from "../resource-provider";
import { behaviours } from "./behaviours";
import { behaviours as general } from "../behaviours";

/** Microsoft.Insights/diagnosticSettings of workflows, to a Log Analytics workspace. Nothing is logged there. */
export function diagnosticSettings({ store }: ArmServices): ResourceProvider {
  return {
    type: "Microsoft.Insights/diagnosticSettings",
    located: false,
    put: ({ target, body }) => {
      const { workspaceId, logs, ...others } = asObject(body.properties);
      if (store.get(target.scope)?.type.toLowerCase() !== "microsoft.logic/workflows") {
        const message = `The emulator keeps diagnostic settings of workflows only; '${target.scope}' is none.`;
        throw new ArmError(behaviours.resourceNotServed, message);
      }
      const unknown = Object.keys(others)[0];
      if (unknown !== undefined) {
        throw new ArmError(
          behaviours.sinkNotServed,
          `The emulator does not support '${unknown}' of diagnostic settings.`,
        );
      }
      if (store.get(asString(workspaceId))?.type.toLowerCase() !== "microsoft.operationalinsights/workspaces") {
        throw new ArmError(general.resourceNotFound, `The workspace '${asString(workspaceId)}' was not found.`);
      }
      const foreign = asList(logs).map((log) => asString(asObject(log).category));
      if (foreign.length === 0 || foreign.some((category) => category !== "WorkflowRuntime")) {
        const message = `Category '${foreign.join(", ")}' is not supported; a workflow has WorkflowRuntime.`;
        throw new ArmError(behaviours.otherCategory, message);
      }
      return body;
    },
  };
}
