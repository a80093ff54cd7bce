import type { JsonObject } from "../../definition";

/** A value that only the deployment will tell. It stands in the place of the leaf that it is. */
export const unknown: unique symbol = Symbol("unknown");

/** Represents {@link unknown} on Pulumi's wire and in files: `runtime.unknownValue` of `@pulumi/pulumi`. */
export const unknownOnWire = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A secret that a state has encrypted. It stands in the place of the value, and is unknown to every rule. */
export const encrypted: unique symbol = Symbol("encrypted");

/** A resource of a stack, as a preview, a deployment or an exported state shows it. */
export interface StackResource {
  readonly urn: string;
  /** Without version, in one spelling: `azure-native:keyvault:Vault`. */
  readonly type: string;
  /** Logical name. */
  readonly name: string;
  /** Inputs, and outputs where there are any; unknown leaves are {@link unknown}. */
  readonly properties: JsonObject;
  /** URNs of the resources that a property is made from, by the property's name. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** A component, which exists in the program only. @default false */
  readonly isComponent?: boolean;
  /** Paths of properties whose changes the program ignores. */
  readonly ignoreChanges: readonly string[];
  /** Where the program creates it. */
  readonly sourcePosition?: { readonly file: string; readonly line: number };
}

export interface Stack {
  readonly resources: readonly StackResource[];
  /** The stack's own outputs that are not secret, where they are known to the caller. */
  readonly plainOutputs?: JsonObject;
  /** True if secrets are represented by {@link encrypted}, so that a plain value is not a secret. @default false */
  readonly marksSecrets?: boolean;
}

/**
 * One spelling for a type token: `azure-native:keyvault/v20230701:Vault` and
 * `azure-native_keyvault_v20230701:keyvault:Vault` are `azure-native:keyvault:Vault`.
 */
export function normaliseType(token: string): string {
  const [pack = "", module = "", name = ""] = token.split(":");
  return [pack.replace(/^azure-native_.*$/, "azure-native"), module.split("/")[0] ?? "", name].join(":");
}

/** Checks whether a value is known only after deployment. */
export function isUnknown(value: unknown): boolean {
  return typeof value === "symbol";
}
