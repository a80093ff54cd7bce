import { hideSecrets } from "../../emulator/azure-native";
import type { JsonObject } from "../../definition/json";
import type { Registration } from "./registration";
import type { ResourceMonitor } from "./resource-monitor";

/** A resource that was deployed. In `inputs` and `outputs` a secret is marked as on Pulumi's wire. */
export interface DeployedResource extends Omit<Registration, "additionalSecretOutputs"> {
  readonly urn: string;
  /** Empty for components, and at preview. */
  readonly id: string;
  readonly outputs: JsonObject;
}

/** The resources of a deployment, in the order in which they came to be. */
export function deployedResources({ registered, componentOutputs }: ResourceMonitor): readonly DeployedResource[] {
  return [...registered].map(([urn, { result, additionalSecretOutputs, ...registration }]) => {
    const { id, inputs } = result;
    const outputs = registration.custom ? result.outputs : (componentOutputs.get(urn) ?? {});
    return { urn, ...registration, id, inputs, outputs };
  });
}

/** Emulates `pulumi stack export`: `[secret]` replaces encrypted values, everything else is in plain text. */
export function exportedState(stackUrn: string, resources: readonly DeployedResource[], outputs: unknown): unknown {
  const stack = { urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false, outputs };
  // The engine writes positions in a form of its own; this one would show where the project lies on this machine.
  const shown = resources.map(({ sourcePosition, ...resource }) => resource);
  return hideSecrets({ version: 3, deployment: { resources: [stack, ...shown] } });
}
