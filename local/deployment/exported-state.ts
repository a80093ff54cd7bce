import { hideSecrets } from "../../emulator/azure-native";
import type { JsonObject } from "../../definition/json";
import type { ResourceMonitor } from "./resource-monitor";

/** A resource that was deployed. In `inputs` and `outputs` a secret is marked as on Pulumi's wire. */
export interface DeployedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** True for resources of a provider, false for components. */
  readonly custom: boolean;
  /** Empty for components, and at preview. */
  readonly id: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** URN; empty at the top. */
  readonly parent: string;
  /** URNs. */
  readonly dependencies: readonly string[];
  /** URNs that each property is made from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly ignoreChanges: readonly string[];
  /** Where the program creates it; absent if unknown. */
  readonly sourcePosition?: { /** A `file:` URL. */ readonly url: string; readonly line: number };
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
