import { clouds } from "../../../azure";
import { defaultReadings, type Readings } from "../../../emulator/provenance";
import type { Clock } from "../../../emulator/clock";
import type { KeyVault } from "../../../emulator/key-vault";
import type { CallbackUrl, LogicApps, WorkflowResource } from "../../../emulator/logic-apps";
import { WorkflowNotRunnableError } from "../../../emulator/logic-apps";
import { Principals } from "../../../emulator/resources/principals";
import { ResourceManager } from "../../../emulator/resource-manager/resource-manager";
import { createServiceBus } from "../../../emulator/service-bus";
import type { Entra } from "../../../emulator/entra";
import { ResourceStore } from "../../../emulator/resources/resource-store";

export const subscriptionId = "11111111-1111-4111-8111-111111111111";
export const tenantId = "22222222-2222-4222-8222-222222222222";
export const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg`;
export const vaultId = `${groupId}/providers/Microsoft.KeyVault/vaults/kv-test`;
export const workflowId = `${groupId}/providers/Microsoft.Logic/workflows/relay`;

const clock: Clock = { now: () => new Date("2026-11-23T12:00:00Z"), wait: () => Promise.resolve() };

/** A vault service that only keeps names. */
class VaultNames implements Pick<KeyVault, "putVault" | "deleteVault" | "recoverVault" | "isNameTaken" | "versions"> {
  readonly #names = new Map<string, "live" | "deleted">();

  versions(): [] {
    return [];
  }
  putVault({ name }: { readonly name: string }): void {
    this.#names.set(name.toLowerCase(), "live");
  }
  deleteVault(name: string): void {
    this.#names.set(name.toLowerCase(), "deleted");
  }
  recoverVault(name: string): void {
    this.#names.set(name.toLowerCase(), "live");
  }
  isNameTaken(name: string): "no" | "live" | "deleted" {
    return this.#names.get(name.toLowerCase()) ?? "no";
  }
}

/** A workflow service that keeps what it is given, refuses an action of the type `Unheard`, and has a URL for `manual`. */
class KeptWorkflows implements Pick<LogicApps, "putWorkflow" | "deleteWorkflow" | "callbackUrl"> {
  readonly workflows = new Map<string, WorkflowResource>();

  putWorkflow(workflow: WorkflowResource): void {
    if (JSON.stringify(workflow.definition).includes('"Unheard"')) {
      throw Object.assign(new Error("The action type 'Unheard' is not supported."), { name: "WorkflowRefusedError" });
    }
    this.workflows.set(workflow.id, workflow);
  }
  deleteWorkflow(id: string): void {
    this.workflows.delete(id);
  }
  callbackUrl(id: string, triggerName: string): CallbackUrl {
    if (triggerName !== "manual") {
      throw new WorkflowNotRunnableError("No callback URL.");
    }
    const basePath = `https://prod-00.westeurope.logic.azure.com${id}/triggers/${triggerName}/paths/invoke`;
    const queries = { "api-version": "2016-10-01", sp: `/triggers/${triggerName}/run`, sv: "1.0", sig: "signature" };
    return { value: `${basePath}?sig=signature`, method: "PUT", basePath, queries };
  }
}

/** A resource manager without network, with the calls that the tests make on it. */
export function inMemory(readings: Partial<Readings> = {}) {
  const store = new ResourceStore();
  const principals = new Principals();
  const keptWorkflows = new KeptWorkflows();
  const keyVault = new VaultNames() as unknown as KeyVault;
  const logicApps = keptWorkflows as unknown as LogicApps;
  const network = { serve: () => undefined, unserve: () => undefined };
  const serviceBus = createServiceBus({ network, clock, entra: {} as Entra, authorize: () => true });
  const manager = new ResourceManager(subscriptionId, {
    ...{ cloud: clouds.public, clock, readings: { ...defaultReadings, ...readings }, tenantId },
    ...{ store, principals, keyVault, logicApps, serviceBus },
  });
  const send = async (method: string, path: string, apiVersion: string | null, body?: object): Promise<unknown> => {
    const request = { method, path, apiVersion, ...(body && { body: body as Record<string, unknown> }) };
    return (await manager.handle(request)).body;
  };
  return {
    manager,
    store,
    principals,
    keptWorkflows,
    serviceBus,
    send,
    putGroup: () => send("PUT", groupId, "2024-03-01", { location: "westeurope" }),
    putVault: (properties: object = {}, id = vaultId) =>
      send("PUT", id, "2024-11-01", {
        location: "westeurope",
        properties: { tenantId, sku: { family: "A", name: "standard" }, enableRbacAuthorization: true, ...properties },
      }),
    putWorkflow: (body: object = {}) =>
      send("PUT", workflowId, "2019-05-01", {
        location: "westeurope",
        identity: { type: "SystemAssigned" },
        properties: { definition: { triggers: { manual: { type: "Request" } }, actions: {} } },
        ...body,
      }) as Promise<{ identity: { principalId: string; tenantId: string }; properties: Record<string, unknown> }>,
  };
}
