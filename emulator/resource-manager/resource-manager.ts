import { covers, parseResourceId, resourceGroupIdOf, type ResourceId } from "../../azure";
import { asString, type JsonObject } from "../../definition/json";
import type { ArmAnswer } from "../resources/arm-operation";
import { behaviours } from "../resources/behaviours";
import { ArmError } from "../resources/errors";
import { rejectOtherLocation } from "../resources/location";
import { accepted } from "../resources/operation-results";
import type { ArmServices, ResourceProvider } from "../resources/resource-provider";
import type { StoredResource } from "../resources/resource-store";
import { emulatedTypes } from "../resources/resource-types";
import { rejectUnknownApiVersion } from "./api-version";
import { findOperation, rejectUnknownParameters } from "./find-operation";

/** A parsed request. */
export interface ManagementRequest {
  readonly method: string;
  /** Decoded path that begins with `/subscriptions/`, without query. */
  readonly path: string;
  readonly apiVersion: string | null;
  /** @default no parameter besides the api-version */
  readonly query?: URLSearchParams;
  readonly body?: JsonObject;
}

/** Azure Resource Manager without HTTP: applies requests to resources. What a type does is in its own folder. */
export class ResourceManager {
  readonly #providers: readonly ResourceProvider[];

  constructor(
    readonly subscriptionId: string,
    readonly services: ArmServices,
  ) {
    this.#providers = emulatedTypes.flatMap(({ arm }) => (arm === undefined ? [] : [arm(services)]));
  }

  /** Performs a request. @throws {ArmError} for requests that Azure would refuse */
  async handle(request: ManagementRequest): Promise<ArmAnswer> {
    const { method, path, apiVersion, body = {}, query = new URLSearchParams() } = request;
    const found = findOperation(method, path);
    if (found !== undefined) {
      const { operation, match } = found;
      this.#rejectForeignSubscription(path.split("/")[2] ?? "");
      rejectUnknownApiVersion(operation.type, apiVersion);
      rejectUnknownParameters(operation, query);
      return operation.respond({ match, path, apiVersion, query, body }, this.services);
    }
    const target = this.#target(path);
    const provider = this.#providerOf(target.type);
    rejectUnknownApiVersion(provider.type, apiVersion);
    if (method === "PUT") return this.#put(provider, target, apiVersion, body);
    if (method === "GET") return { record: behaviours.read, body: shown(live(provider, this.#found(target))) };
    if (method === "DELETE") return this.#delete(provider, path, apiVersion);
    throw new ArmError(behaviours.methodNotServed, `The emulator does not support ${method} on '${provider.type}'.`);
  }

  #delete(provider: ResourceProvider, path: string, apiVersion: string): ArmAnswer {
    if (!this.remove(path)) return { record: behaviours.deletedNothing };
    if (provider.removedInBackground !== true) return { record: behaviours.deleted };
    const headers = accepted(this.services.cloud, `/subscriptions/${this.subscriptionId}/operationresults`, apiVersion);
    return { record: behaviours.accepted, headers };
  }

  /** Removes a resource and everything inside it; false where it does not exist. */
  remove(id: string): boolean {
    const { store } = this.services;
    const found = store.get(id);
    if (found === undefined) return false;
    const inside = store.all().filter((resource) => resource.id !== found.id && covers(found.id, resource.id));
    for (const resource of [...inside, found]) {
      store.delete(resource.id);
      this.#providers.find(({ type }) => isSame(type, resource.type))?.remove?.(resource);
    }
    return true;
  }

  #target(path: string): ResourceId {
    const target = parseResourceId(path);
    if (target === undefined) throw new ArmError(behaviours.invalidResourceId, `'${path}' is not a resource ID.`);
    this.#rejectForeignSubscription(target.subscriptionId);
    return target;
  }

  #rejectForeignSubscription(subscriptionId: string): void {
    if (isSame(subscriptionId, this.subscriptionId)) return;
    throw new ArmError(behaviours.subscriptionNotFound, `The subscription '${subscriptionId}' could not be found.`);
  }

  #providerOf(wanted: string): ResourceProvider {
    const provider = this.#providers.find(({ type }) => isSame(type, wanted));
    if (provider !== undefined) return provider;
    const known = this.#providers.map(({ type }) => type).join(", ");
    const message = `The emulator does not support the resource type '${wanted}'. It supports: ${known}.`;
    throw new ArmError(behaviours.typeNotServed, message);
  }

  async #put(provider: ResourceProvider, target: ResourceId, apiVersion: string, body: JsonObject): Promise<ArmAnswer> {
    const { store } = this.services;
    const groupId = resourceGroupIdOf(target);
    if (groupId !== undefined && !isSame(groupId, target.id)) this.#rejectMissingGroup(groupId);
    if (provider.located && asString(body.location) === "") {
      throw new ArmError(behaviours.locationRequired, "The location property is required for this definition.");
    }
    const { parentId } = target;
    if (parentId !== undefined && store.get(parentId) === undefined) {
      const message = `Can not perform requested operation on nested resource. Parent resource '${parentId}' not found.`;
      throw new ArmError(behaviours.parentNotFound, message);
    }
    const existing = store.get(target.id);
    if (provider.located && existing !== undefined) rejectOtherLocation(target, existing, body.location);
    store.rejectHeld(target.id);
    const answer = await provider.put({ target, body, existing });
    const stored = { id: target.id, type: provider.type, name: target.name, apiVersion, body, answer };
    store.put(stored);
    if (existing !== undefined) return { record: behaviours.updated, body: shown(live(provider, stored)) };
    const first = provider.whileProvisioning?.(answer) ?? answer;
    return { record: behaviours.created, body: shown({ ...stored, answer: first }) };
  }

  #found(target: ResourceId): StoredResource {
    const found = this.services.store.get(target.id);
    if (found !== undefined) return found;
    const groupId = resourceGroupIdOf(target);
    if (groupId !== undefined) this.#rejectMissingGroup(groupId);
    const place = target.resourceGroup === undefined ? "" : ` under resource group '${target.resourceGroup}'`;
    const message = `The Resource '${target.type}/${target.name}'${place} was not found.`;
    throw new ArmError(behaviours.resourceNotFound, message);
  }

  #rejectMissingGroup(groupId: string): void {
    if (this.services.store.get(groupId) !== undefined) return;
    const name = groupId.slice(groupId.lastIndexOf("/") + 1);
    throw new ArmError(behaviours.resourceGroupNotFound, `Resource group '${name}' could not be found.`);
  }
}

function live(provider: ResourceProvider, resource: StoredResource): StoredResource {
  return provider.live === undefined ? resource : { ...resource, answer: provider.live(resource) };
}

function shown({ id, type, name, answer }: StoredResource): JsonObject {
  return { id, name, type, ...answer };
}

/** Compares resource types or IDs, whose case Azure ignores. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
