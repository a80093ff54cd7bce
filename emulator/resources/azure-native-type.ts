import { defaultApiVersion, type ArmType } from "../../azure";
import { asObject, asString, withoutKey, type JsonObject } from "../../definition/json";
import { valueAt } from "./value-at";
import type { Properties } from "./shape";

/** Account and defaults of a deployment, which azure-native takes from its login and configuration. */
export interface ProviderContext {
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** Application id of the deployer. */
  readonly clientId: string;
  /** Object id of the deployer. */
  readonly objectId: string;
  /** `azure-native:location`. @default the location of the resource group, looked up */
  readonly location?: string;
}

/** A request to Azure Resource Manager. */
export interface ArmCall {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** From `/subscriptions/` on, without query. */
  readonly path: string;
  readonly apiVersion: string;
  readonly body?: JsonObject;
}

/** A function of azure-native that sends one request. */
export interface Lookup {
  /** Normalised token, `azure-native:logic:listWorkflowTriggerCallbackUrl`. */
  readonly token: string;
  call(inputs: JsonObject, context: ProviderContext): ArmCall;
  /** Converts the body of the answer to the function's result. */
  outputs(answer: JsonObject, inputs: JsonObject): JsonObject;
}

/** Rule by which azure-native names a resource without a given name. */
export interface NameRule {
  readonly property: string;
  /** `hexadecimal`: logical name and 8 hexadecimal digits. */
  readonly generated: "hexadecimal" | "uuid";
  /** Pattern of the name in ARM's specification, which azure-native checks. */
  readonly pattern?: RegExp;
}

/** Conversion of one resource type of azure-native to requests to Azure Resource Manager. */
export interface ResourceType {
  /** Normalised type token, `azure-native:keyvault:Vault`. */
  readonly token: string;
  readonly apiVersion: string;
  readonly name?: NameRule;
  /** Required inputs. */
  readonly required: readonly string[];
  /** Every input that azure-native knows. */
  readonly inputs: Properties;
  /** True where `location` has a default. */
  readonly located: boolean;
  /** Inputs with azure-native's defaults filled in. */
  defaults(inputs: JsonObject): JsonObject;
  id(inputs: JsonObject, context: ProviderContext): string;
  read(id: string): ArmCall;
  /** Decides whether an update needs to read the resource first. */
  readsBeforeUpdate(inputs: JsonObject): boolean;
  /** @param live ARM's answer to `read` before an update; undefined on creation */
  write(inputs: JsonObject, id: string, live?: JsonObject): ArmCall;
  remove(inputs: JsonObject, id: string): ArmCall;
  /** The resource's outputs in ARM's answer to `read`; undefined where the answer has no such resource. */
  outputs(answer: JsonObject, inputs: JsonObject): JsonObject | undefined;
  /** Every property of Azure's answer that azure-native makes an output of. */
  readonly response: Properties;
  /** Inputs whose change replaces the resource. */
  readonly replaceOnChanges: readonly string[];
  /**
   * Inputs that other resources write too, as paths with dots. Where the program does not set them, an update sends the
   * live ones and a refresh leaves them out.
   */
  readonly ownedByOthers: readonly string[];
  /** Treatment, at a refresh, of a resource that Azure no longer has. */
  readonly whenMissing: "drop" | "fail";
  /** True where a creation takes over the resource that Azure made with another one. @default it must be new */
  readonly adopts?: true;
}

/** Properties that distinguish one ordinary resource type from the others. */
export interface ArmResourceType {
  readonly token: string;
  readonly armType: ArmType;
  /** @default the name is part of the type */
  readonly name?: NameRule;
  /** Inputs that are part of the path and not of the body. */
  readonly pathInputs: readonly string[];
  readonly required: readonly string[];
  /** Inputs at the top of the body. */
  readonly top: Properties;
  /** Inputs that stand in the body's `properties`, one level deeper than in the program. */
  readonly flattened?: Properties;
  defaults?(inputs: JsonObject): JsonObject;
  id(inputs: JsonObject, context: ProviderContext): string;
  /** The body that is sent, made from the ordinary one. */
  body?(body: JsonObject, live: JsonObject | undefined): JsonObject;
  /** Outputs that are not inputs, or differ from the input of that name. All have name, type and azureApiVersion. */
  readonly response?: Properties;
  /** Inputs besides those of the path whose change replaces the resource. @default none */
  readonly replaceOnChanges?: readonly string[];
  /** @default none */
  readonly ownedByOthers?: readonly string[];
  /** @default "drop" */
  readonly whenMissing?: "drop" | "fail";
  /** @default it must be new */
  readonly adopts?: true;
}

/** A resource type that is created by PUT, read by GET and removed by DELETE of its own id. */
export function armResource(type: ArmResourceType): ResourceType {
  const { token, name, required } = type;
  const apiVersion = defaultApiVersion(type.armType);
  const pathInputs: Properties = Object.fromEntries(type.pathInputs.map((input) => [input, "scalar"]));
  return {
    token,
    apiVersion,
    ...(name === undefined ? {} : { name }),
    required,
    inputs: { ...pathInputs, ...type.top, ...type.flattened },
    located: "location" in type.top,
    defaults: (inputs) => ({ azureApiVersion: apiVersion, ...(type.defaults?.(inputs) ?? inputs) }),
    id: (inputs, context) => type.id(inputs, context),
    read: (id) => ({ method: "GET", path: id, apiVersion }),
    readsBeforeUpdate: (inputs) => type.ownedByOthers?.some((path) => valueAt(inputs, path) === undefined) ?? false,
    write: (inputs, id, live) => {
      const body = bodyOf(type, inputs);
      return { method: "PUT", path: id, apiVersion, body: type.body?.(body, live) ?? body };
    },
    remove: (_inputs, id) => ({ method: "DELETE", path: id, apiVersion }),
    outputs: (answer) => {
      const { properties, ...top } = withoutKey(answer, "id");
      const inner = type.flattened === undefined ? { properties } : asObject(properties);
      return { ...inner, ...top, azureApiVersion: apiVersion };
    },
    response: {
      ...type.top,
      ...type.flattened,
      ...{ azureApiVersion: "scalar", name: "scalar", type: "scalar" },
      ...type.response,
    },
    replaceOnChanges: [...type.pathInputs, ...(type.replaceOnChanges ?? [])],
    ownedByOthers: type.ownedByOthers ?? [],
    whenMissing: type.whenMissing ?? "drop",
    ...(type.adopts === undefined ? {} : { adopts: type.adopts }),
  };
}

function bodyOf(type: ArmResourceType, inputs: JsonObject): JsonObject {
  const chosen = (known: Properties): JsonObject =>
    Object.fromEntries(Object.entries(inputs).filter(([key, value]) => key in known && value !== undefined));
  const top = chosen(type.top);
  // Where all of `properties` is Azure's own, none is sent.
  return Object.keys(type.flattened ?? {}).length === 0 ? top : { ...top, properties: chosen(type.flattened ?? {}) };
}

/** `/subscriptions/…/resourceGroups/{resourceGroupName}` of a resource's inputs. */
export function resourceGroupId(inputs: JsonObject, context: ProviderContext): string {
  const subscription = asString(inputs.subscriptionId) || context.subscriptionId;
  return `/subscriptions/${subscription}/resourceGroups/${asString(inputs.resourceGroupName)}`;
}

/** The id of a resource in a resource group. */
export function idInResourceGroup(armType: ArmType, nameInput: string): ArmResourceType["id"] {
  return (inputs, context) => `${resourceGroupId(inputs, context)}/providers/${armType}/${asString(inputs[nameInput])}`;
}

/** The id of a resource within others, such as a topic in a namespace. @param path pairs of type and input, outermost first */
export function idWithin(
  namespace: string,
  path: readonly (readonly [type: string, nameInput: string])[],
): ArmResourceType["id"] {
  return (inputs, context) =>
    [
      `${resourceGroupId(inputs, context)}/providers/${namespace}`,
      ...path.flatMap(([type, input]) => [type, asString(inputs[input])]),
    ].join("/");
}
