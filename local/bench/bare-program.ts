import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as logic from "@pulumi/azure-native/logic";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as monitor from "@pulumi/azure-native/monitor";
import * as resources from "@pulumi/azure-native/resources";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { unwrapSecrets } from "../../emulator/azure-native";
import type { DeployedResource } from "../deployment";
import { asObject } from "../../definition/json";

/** Registered resources by {@link identity}. */
export type RegisteredResources = ReadonlyMap<string, pulumi.Resource>;

/** Makes the arguments of a resource from those that are registered before it. */
export type InputsOf = (resource: DeployedResource) => (registered: RegisteredResources) => Record<string, unknown>;

/**
 * Makes a program that registers what a deployment registered: the final inputs, with the same parents and
 * dependencies. Its cost is Pulumi's; the rest of another program's time is its own.
 *
 * @param inputsOf arguments of each resource. @default the values of the deployment
 */
export function bareProgram(
  resources: readonly DeployedResource[],
  inputsOf: InputsOf = (resource) => () => finalInputs(resource),
): () => void {
  const plans = resources.map((resource) => ({ resource, inputs: inputsOf(resource) }));
  const order = parentsFirst(plans);
  return () => {
    const registered = new Map<string, pulumi.Resource>();
    for (const { resource, inputs } of order) {
      const { type, name, custom, urn, parent, dependencies } = resource;
      const parentResource = registered.get(identity(parent));
      const dependsOn = dependencies.flatMap((dependency) => registered.get(identity(dependency)) ?? []);
      const options = { ...(parentResource === undefined ? {} : { parent: parentResource }), dependsOn };
      const args = inputs(registered);
      registered.set(
        identity(urn),
        custom ? new (classOf(type))(name, args, options) : new BareComponent(type, name, args, options),
      );
    }
  };
}

type AzureNativeClass = new (
  name: string,
  inputs: Record<string, unknown>,
  options: pulumi.CustomResourceOptions,
) => pulumi.CustomResource;

/** azure-native's classes by module. */
const modules: Readonly<Record<string, object | undefined>> = {
  authorization,
  keyvault,
  logic,
  managedidentity,
  monitor,
  resources,
  web,
};

function classOf(type: string): AzureNativeClass {
  const [, module = "", name = ""] = type.split(":");
  return (modules[module] as Readonly<Record<string, AzureNativeClass>> | undefined)?.[name] ?? unknownClass(type);
}

function unknownClass(type: string): never {
  throw new Error(`The bench knows no class for ${type}.`);
}

class BareComponent extends pulumi.ComponentResource {}

/** The inputs as a program gives them, secrets marked again. */
function finalInputs({ inputs }: DeployedResource): Record<string, unknown> {
  const { value, secrets } = unwrapSecrets(inputs);
  const secretProperties = new Set(secrets.map((path) => String([path].flat()[0])));
  return Object.fromEntries(
    Object.entries(asObject(value)).map(([name, input]) => [
      name,
      secretProperties.has(name) ? pulumi.secret(input) : input,
    ]),
  );
}

/** Type and name of a URN's resource: the mock monitor's URNs name one parent type only, so the rest is left out. */
export function identity(urn: string): string {
  const [, , qualifiedType = "", name = ""] = urn.split("::");
  return `${qualifiedType.split("$").at(-1) ?? ""} ${name}`;
}

/** Dependencies and parents stand before what needs them. */
function parentsFirst<T extends { readonly resource: DeployedResource }>(plans: readonly T[]): readonly T[] {
  const byIdentity = new Map(plans.map((plan) => [identity(plan.resource.urn), plan]));
  const sorted = new Set<T>();
  const visit = (plan: T | undefined): void => {
    if (plan === undefined || sorted.has(plan)) return;
    const { parent, dependencies } = plan.resource;
    for (const urn of [parent, ...dependencies]) visit(byIdentity.get(identity(urn)));
    sorted.add(plan);
  };
  for (const plan of plans) visit(plan);
  return [...sorted];
}
