import * as pulumi from "@pulumi/pulumi";
import type { DeployedResource } from "../deployment";
import { captureRuntime } from "../deployment";
import { project } from "../stack/project";

/** Answers of look-ups, as a stack's program gets them. */
const lookUps: Readonly<Record<string, object>> = {
  "azure-native:authorization:getClientConfig": { tenantId: "tenant", subscriptionId: "subscription" },
  "azure-native:logic:listWorkflowTriggerCallbackUrl": {
    value: "https://prod-00.westeurope.logic.azure.com/workflows/0/triggers/manual/paths/invoke/secrets/{secretName}",
    queries: { apiVersion: "2019-05-01", sp: "/triggers/manual/run", sv: "1.0", sig: "key" },
  },
};

/**
 * Runs a program on a monitor that answers at once with what was recorded of a deployment.
 *
 * @param recorded by type and name
 * @returns milliseconds from the program's start until everything is registered
 */
export async function replay(
  program: () => unknown,
  recorded: ReadonlyMap<string, DeployedResource>,
  configuration: Readonly<Record<string, string>>,
): Promise<number> {
  // What ran before is not this one's cost, nor its collection.
  globalThis.gc?.();
  pulumi.runtime.setAllConfig({ ...configuration });
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name }) => {
        const resource = recorded.get(key(type, name));
        return { id: resource?.custom === true ? resource.id : undefined, state: { ...resource?.outputs } };
      },
      call: ({ token }) => ({ ...lookUps[token] }),
    },
    project,
    "bench",
  );
  const failures: unknown[] = [];
  const release = captureRuntime({ log: () => undefined, failure: (error) => failures.push(error) });
  const start = performance.now();
  const outputs = program();
  await pulumi.runtime.serializeProperties("outputs", { ...(outputs as object) });
  await pulumi.runtime.disconnect();
  const milliseconds = performance.now() - start;
  release();
  if (failures.length > 0) throw new AggregateError(failures, "The program failed while it was measured.");
  return milliseconds;
}

export function key(type: string, name: string): string {
  return `${type} ${name}`;
}
