import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import { AccessPolicies } from "../resources/access-policy/arm";
import { actionGroups } from "../resources/action-group/arm";
import { rejectUnknownApiVersion } from "./api-version";
import { ArmError } from "../resources/errors";
import { connections } from "../resources/connection/arm";
import { customApis } from "../resources/custom-api/arm";
import { parsePurge, purgeVault } from "../resources/vault/deleted-vaults";
import { diagnosticSettings } from "../resources/diagnostic-setting/arm";
import { rejectOtherLocation } from "../resources/location";
import { metricAlerts } from "../resources/metric-alert/arm";
import { accepted } from "../resources/operation-results";
import { covers, parseResourceId, resourceGroupIdOf, type ResourceId } from "../../azure/resource-id";
import { resourceGroups } from "../resources/resource-group/arm";
import type { ResourceProvider, ArmServices } from "../resources/resource-provider";
import type { StoredResource } from "../resources/resource-store";
import { roleAssignments } from "../resources/role-assignment/arm";
import { roleDefinitions } from "../resources/role-definition/arm";
import { scheduledQueryRules } from "../resources/scheduled-query-rule/arm";
import { userAssignedIdentities } from "../resources/user-assigned-identity/arm";
import { vaults } from "../resources/vault/arm";
import { findView, rejectUnknownParameters } from "./views";
import { actOnTrigger, parseTriggerAction } from "../resources/workflow/workflow-trigger";
import { workflows } from "../resources/workflow/arm";

/** A request, read. */
export interface ManagementRequest {
  readonly method: string;
  /** From `/subscriptions/` on, decoded, without query. */
  readonly path: string;
  readonly apiVersion: string | null;
  /** @default none, but for the api-version */
  readonly query?: URLSearchParams;
  readonly body?: JsonObject;
}

/** What it answers. */
export interface ManagementAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type FoundView = NonNullable<ReturnType<typeof findView>>;

const accessPolicyPath = /^(.+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+)\/accessPolicies\/([^/]+)$/i;

/** Azure Resource Manager without its HTTP: what requests do to resources. */
export class ResourceManager {
  readonly accessPolicies: AccessPolicies;
  readonly #providers: readonly ResourceProvider[];

  constructor(
    readonly subscriptionId: string,
    readonly services: ArmServices,
  ) {
    this.accessPolicies = new AccessPolicies(services.store);
    this.#providers = [
      resourceGroups,
      vaults(services),
      roleDefinitions(services),
      roleAssignments(services),
      userAssignedIdentities(services),
      workflows(services),
      customApis,
      connections(services),
      actionGroups,
      metricAlerts(services),
      scheduledQueryRules(services),
      diagnosticSettings(services),
    ];
  }

  /** Does what a request says. @throws {ArmError} for what Azure would refuse */
  async handle(request: ManagementRequest): Promise<ManagementAnswer> {
    const { method, path, apiVersion, body = {} } = request;
    const [, vaultId, operation] = accessPolicyPath.exec(path) ?? [];
    if (method === "PUT" && vaultId !== undefined && operation !== undefined) {
      this.#provider(this.#target(vaultId), apiVersion);
      const accessPolicies = await this.accessPolicies.write(vaultId, operation, body);
      return { status: 200, body: { id: path, properties: { accessPolicies } } };
    }
    const trigger = method === "POST" ? parseTriggerAction(path) : undefined;
    if (trigger !== undefined) {
      this.#provider(this.#target(trigger.workflowId), apiVersion);
      return actOnTrigger(this.services, trigger);
    }
    const purge = method === "POST" ? parsePurge(path) : undefined;
    if (purge !== undefined) {
      this.#rejectForeignSubscription(purge.subscriptionId);
      rejectUnknownApiVersion(this.#providerOf("Microsoft.KeyVault/vaults"), apiVersion);
      purgeVault(this.services, purge);
      return {
        status: 202,
        headers: accepted(path.replace(/\/deletedVaults\/.*$/i, "/operationResults"), apiVersion ?? ""),
      };
    }
    const found = method === "GET" ? findView(path) : undefined;
    if (found !== undefined) return { status: 200, body: this.#show(found, request) };
    const target = this.#target(path);
    const provider = this.#provider(target, apiVersion);
    if (method === "PUT") return this.#put(provider, target, apiVersion ?? "", body);
    if (method === "GET") return { status: 200, body: this.#answer(this.#found(target)) };
    if (method === "DELETE") return this.#delete(provider, path, apiVersion ?? "");
    throw new ArmError(405, "MethodNotAllowed", `The emulator does not serve ${method} on '${provider.type}'.`);
  }

  #delete(provider: ResourceProvider, path: string, apiVersion: string): ManagementAnswer {
    if (!this.remove(path)) return { status: 204 };
    if (provider !== resourceGroups) return { status: 200 };
    return { status: 202, headers: accepted(`/subscriptions/${this.subscriptionId}/operationresults`, apiVersion) };
  }

  /** Removes a resource and what lies in it; false where it was not there. */
  remove(id: string): boolean {
    const { store } = this.services;
    const found = store.get(id);
    if (found === undefined) return false;
    const inside = store.all().filter((resource) => resource.id !== found.id && covers(found.id, resource.id));
    for (const resource of [...inside, found]) {
      store.delete(resource.id);
      this.#providers.find(({ type }) => sameType(type, resource.type))?.remove?.(resource);
    }
    return true;
  }

  #show({ view, match }: FoundView, { path, apiVersion, query = new URLSearchParams() }: ManagementRequest): unknown {
    const [, subscriptionId = ""] = /^\/subscriptions\/([^/]+)/i.exec(path) ?? [];
    this.#rejectForeignSubscription(subscriptionId);
    rejectUnknownApiVersion(this.#providerOf(view.type), apiVersion);
    rejectUnknownParameters(view, query);
    return view.show(match, query, this.services);
  }

  #target(path: string): ResourceId {
    const target = parseResourceId(path);
    if (target === undefined) throw new ArmError(404, "InvalidResourceId", `'${path}' is no id of a resource.`);
    this.#rejectForeignSubscription(target.subscriptionId);
    return target;
  }

  #rejectForeignSubscription(subscriptionId: string): void {
    if (subscriptionId.toLowerCase() === this.subscriptionId.toLowerCase()) return;
    throw new ArmError(404, "SubscriptionNotFound", `The subscription '${subscriptionId}' could not be found.`);
  }

  #provider(target: ResourceId, apiVersion: string | null): ResourceProvider {
    const provider = this.#providerOf(target.type);
    rejectUnknownApiVersion(provider, apiVersion);
    return provider;
  }

  #providerOf(wanted: string): ResourceProvider {
    const provider = this.#providers.find(({ type }) => sameType(type, wanted));
    if (provider !== undefined) return provider;
    const known = this.#providers.map(({ type }) => type).join(", ");
    const message = `The resource type '${wanted}' is not known here. Known are: ${known}.`;
    throw new ArmError(404, "InvalidResourceType", message);
  }

  async #put(
    provider: ResourceProvider,
    target: ResourceId,
    apiVersion: string,
    body: JsonObject,
  ): Promise<ManagementAnswer> {
    const { store } = this.services;
    const groupId = resourceGroupIdOf(target);
    if (provider !== resourceGroups && groupId !== undefined) this.#rejectMissingGroup(groupId);
    if (provider.located && asString(body.location) === "") {
      throw new ArmError(400, "LocationRequired", "The location property is required for this definition.");
    }
    const existing = store.get(target.id);
    if (provider.located && existing !== undefined) rejectOtherLocation(target, existing, body.location);
    if (sameType(provider.type, "Microsoft.KeyVault/vaults")) this.accessPolicies.rejectWhileWriting(target.id);
    const answer = await provider.put({ target, body, existing });
    const stored = { id: target.id, type: provider.type, name: target.name, apiVersion, body, answer };
    store.put(stored);
    if (existing !== undefined) return { status: 200, body: this.#answer(stored) };
    const first = provider.whileProvisioning?.(answer) ?? answer;
    return { status: 201, body: this.#answer({ ...stored, answer: first }) };
  }

  #found(target: ResourceId): StoredResource {
    const found = this.services.store.get(target.id);
    if (found !== undefined) return found;
    const groupId = resourceGroupIdOf(target);
    if (groupId !== undefined) this.#rejectMissingGroup(groupId);
    const place = target.resourceGroup === undefined ? "" : ` under resource group '${target.resourceGroup}'`;
    const message = `The Resource '${target.type}/${target.name}'${place} was not found.`;
    throw new ArmError(404, "ResourceNotFound", message);
  }

  #rejectMissingGroup(groupId: string): void {
    if (this.services.store.get(groupId) !== undefined) return;
    const name = groupId.slice(groupId.lastIndexOf("/") + 1);
    throw new ArmError(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);
  }

  #answer({ id, type, name, answer }: StoredResource): JsonObject {
    return { id, name, type, ...answer };
  }

  /** Access policies of every vault, each with the id that azure-native gives it. */
  accessPolicyEntries(): readonly {
    readonly id: string;
    readonly vault: StoredResource;
    readonly entry: JsonObject;
  }[] {
    return this.services.store.all("Microsoft.KeyVault/vaults").flatMap((vault) =>
      asList(asObject(vault.answer.properties).accessPolicies).map((value) => {
        const entry = asObject(value);
        return { id: `${vault.id}/accessPolicy/${asString(entry.objectId)}`, vault, entry };
      }),
    );
  }
}

function sameType(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
