import * as pulumi from "@pulumi/pulumi";
import { findResourceType, unwrapSecrets } from "../../emulator/azure-native";
import type { DeployedResource } from "../deployment";
import { asObject, asString, isObject, withoutKey, type JsonObject } from "../../definition/json";
import { identity, type InputsOf, type RegisteredResources } from "./bare-program";

/** A value of one deployment that another deployment of the same resources has in the same output. */
interface Marker {
  readonly value: string;
  readonly read: Linked;
}

/** An input of a resource, given the resources that are registered before it. */
type Linked = (registered: RegisteredResources) => unknown;

/**
 * Makes the inputs of recorded resources with the ids, names and principals of other resources as outputs, as a program
 * that is written out resource by resource has them. The values are searched before the program runs.
 */
export function linkedInputs(resources: readonly DeployedResource[]): InputsOf {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return (resource) => {
    const { value, secrets } = unwrapSecrets(resource.inputs);
    const secretProperties = new Set(secrets.map(([property]) => property));
    const properties = Object.entries(withoutGeneratedName(resource, asObject(value))).map(
      ([property, input]): [string, Linked] => {
        const origins = originsOf(resource.propertyDependencies[property] ?? [], byUrn);
        const linked = link(input, origins.flatMap(markersOf)) ?? (() => input);
        return [property, secretProperties.has(property) ? (registered) => pulumi.secret(linked(registered)) : linked];
      },
    );
    return (registered) => Object.fromEntries(properties.map(([property, linked]) => [property, linked(registered)]));
  };
}

/** The inputs as the program gave them: azure-native's Check adds the name that it generates. */
function withoutGeneratedName({ type, name }: DeployedResource, inputs: JsonObject): JsonObject {
  const rule = findResourceType(type).name;
  if (rule === undefined) return inputs;
  const given = asString(inputs[rule.property]);
  const isGenerated =
    rule.generated === "uuid" || (given.startsWith(name) && /^[0-9a-f]{8}$/.test(given.slice(name.length)));
  return isGenerated ? withoutKey(inputs, rule.property) : inputs;
}

/** The resources that a property is made from, and those that they are made from in turn. */
function originsOf(urns: readonly string[], byUrn: ReadonlyMap<string, DeployedResource>): readonly DeployedResource[] {
  const origins = new Set<DeployedResource>();
  const pending = [...urns];
  for (let urn = pending.pop(); urn !== undefined; urn = pending.pop()) {
    const origin = byUrn.get(urn);
    if (origin === undefined || origins.has(origin)) continue;
    origins.add(origin);
    pending.push(...Object.values(origin.propertyDependencies).flat());
  }
  return [...origins];
}

/** Outputs that azure-native's classes have, each where its resource type has it. */
interface Outputs extends pulumi.CustomResource {
  readonly name: pulumi.Output<string>;
  readonly principalId: pulumi.Output<string>;
  readonly identity: pulumi.Output<{ readonly principalId: string }>;
}

function markersOf({ urn, id, outputs }: DeployedResource): readonly Marker[] {
  const own = identity(urn);
  const output =
    (read: (resource: Outputs) => pulumi.Output<string>): Linked =>
    (registered) =>
      read(registered.get(own) as Outputs);
  const markers: readonly Marker[] = [
    { value: id, read: output((resource) => resource.id) },
    { value: asString(outputs.name), read: output((resource) => resource.name) },
    { value: asString(outputs.principalId), read: output((resource) => resource.principalId) },
    {
      value: asString(asObject(outputs.identity).principalId),
      read: output((resource) => resource.identity.apply(({ principalId }) => principalId)),
    },
  ];
  return markers.filter(({ value }) => value !== "");
}

/** The value with outputs in place of markers; undefined where it has none. */
function link(value: unknown, markers: readonly Marker[]): Linked | undefined {
  if (typeof value === "string") return linkText(value, markers);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ({ item, linked: link(item, markers) }));
    if (items.every(({ linked }) => linked === undefined)) return undefined;
    return (registered) => items.map(({ item, linked }) => linked?.(registered) ?? item);
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => ({ key, item, linked: link(item, markers) }));
  if (entries.every(({ linked }) => linked === undefined)) return undefined;
  return (registered) =>
    Object.fromEntries(entries.map(({ key, item, linked }) => [key, linked?.(registered) ?? item]));
}

/** Links the first marker of a text, the longest of those that begin there, and so on behind it. */
function linkText(text: string, markers: readonly Marker[]): Linked | undefined {
  const [found] = markers
    .map((marker) => ({ marker, index: text.indexOf(marker.value) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index || b.marker.value.length - a.marker.value.length);
  if (found === undefined) return undefined;
  const { read, value } = found.marker;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + value.length);
  if (before === "" && after === "") return read;
  const rest = linkText(after, markers) ?? (() => after);
  return (registered) => pulumi.concat(before, read(registered), rest(registered));
}
