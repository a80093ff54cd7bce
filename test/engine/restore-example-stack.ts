import { readFileSync } from "node:fs";
import type { Deployment } from "@pulumi/pulumi/automation";
import type { Azure } from "../../emulator";
import { createResource, findResourceType, invoke, type ProviderContext } from "../../emulator/azure-native";
import { sendOverNetwork } from "../../emulator/azure-native/send-over-network";
import { asList, asObject, asString, isObject, type JsonObject } from "../../definition/json";
import { seedExisting } from "../../local/stack/seed-existing";
import { parseSettings } from "../../settings";

/** Settings of the example stack, as they were when its state was exported. */
export const exampleSettings = asObject(JSON.parse(readFileSync("test/example-stack/settings.json", "utf8")));

/**
 * Creates in the emulator what the exported state of the example stack describes.
 *
 * @returns the state, with the emulator's own tenant, principals, runtime id and relay key in place of the exported ones
 */
export async function restoreExampleStack(azure: Azure): Promise<Deployment> {
  await seedExisting(azure, parseSettings(exampleSettings).settings);
  const send = await sendOverNetwork(azure);
  const { subscriptionId } = azure.arm;
  const context: ProviderContext = { subscriptionId, tenantId: azure.entra.tenantId, ...azure.deployer };
  let text = readFileSync("test/example-stack/state.json", "utf8");
  const replace = (exported: unknown, own: unknown): void => {
    if (asString(exported) !== "") text = text.replaceAll(asString(exported), asString(own));
  };
  const [vault] = resourcesIn(text).filter(({ type }) => type === "azure-native:keyvault:Vault");
  replace(asObject(asObject(vault?.inputs).properties).tenantId, context.tenantId);
  for (const index of resourcesIn(text).keys()) {
    const { type, inputs, outputs: exported } = resourcesIn(text)[index] ?? {};
    if (!asString(type).startsWith("azure-native:")) continue;
    const known = asObject(inPlainText(inputs));
    const { outputs } = await createResource(send, context, findResourceType(asString(type)), known);
    if (type !== "azure-native:logic:Workflow") continue;
    const before = asObject(exported);
    replace(asObject(before.identity).principalId, asObject(outputs.identity).principalId);
    if (before.accessEndpoint === undefined) continue;
    replace(lastSegment(before.accessEndpoint), lastSegment(outputs.accessEndpoint));
    const { resourceGroupName, workflowName } = known;
    const trigger = { resourceGroupName, workflowName, triggerName: "manual" };
    const token = "azure-native:logic:listWorkflowTriggerCallbackUrl";
    replace("relay-key-of-the-emulator", asObject((await invoke(send, context, token, trigger)).queries).sig);
  }
  return JSON.parse(text) as Deployment;
}

function resourcesIn(text: string): readonly JsonObject[] {
  return asList(asObject(asObject(JSON.parse(text)).deployment).resources).map(asObject);
}

/** An exported value without its secret markers, which hold JSON text. */
function inPlainText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPlainText);
  if (!isObject(value)) return value;
  if (typeof value.plaintext === "string") return JSON.parse(value.plaintext) as unknown;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inPlainText(inner)]));
}

function lastSegment(url: unknown): string {
  return asString(url).split("/").at(-1) ?? "";
}
