import { asObject } from "../../definition";
import type { ParameterValues } from "../../access/permissions";
import { withConstants } from "../../access/permissions";
import type { Stack, StackResource } from "../stack";

/** A workflow of the stack. */
export interface StackWorkflow {
  readonly urn: string;
  readonly definition: unknown;
  /** `unknown` until deployment; `unreadable` where it is no JSON object. */
  readonly state: "readable" | "unknown" | "unreadable";
  /** Values that the resource gives its parameters, as written; a symbol where unknown. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The same and the declared default values, by name in lower case; those of secure parameters are nobody's to read. */
  readonly parameters: ParameterValues;
  /** URNs of the resources that its parameters are made from. */
  readonly madeFrom: ReadonlySet<string>;
}

/** A custom connector of the stack. */
export interface StackConnector {
  readonly urn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly document: unknown;
  readonly madeFrom: ReadonlySet<string>;
}

/** A connection of the stack. */
export interface StackConnection {
  readonly urn: string;
  /** Name in Azure; absent where it is known only after deployment. */
  readonly name?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly madeFrom: ReadonlySet<string>;
}

export function readWorkflows(stack: Stack): readonly StackWorkflow[] {
  return ofType(stack, "azure-native:logic:Workflow").map((resource) => {
    const { definition: written, parameters } = asObject(resource.properties);
    const definition = parsed(written);
    const isReadable = typeof definition === "object" && definition !== null && !Array.isArray(definition);
    const values = Object.fromEntries(
      Object.entries(asObject(parameters)).map(([name, parameter]) => [
        name,
        typeof parameter === "symbol" ? parameter : asObject(parameter).value,
      ]),
    );
    const defaults = Object.entries(asObject(asObject(definition).parameters)).map(
      ([name, declaration]) => [name, asObject(declaration).defaultValue] as const,
    );
    return {
      urn: resource.urn,
      definition,
      state: typeof definition === "symbol" ? "unknown" : isReadable ? "readable" : "unreadable",
      values,
      parameters: withConstants(
        definition,
        new Map(
          [...defaults, ...Object.entries(values)]
            .filter(([name]) => !isSecureParameter(definition, name))
            .map(([name, value]) => [name.toLowerCase(), value]),
        ),
      ),
      madeFrom: dependencies(resource, "parameters"),
    };
  });
}

/** Checks whether a definition declares a parameter SecureString or SecureObject. */
export function isSecureParameter(definition: unknown, name: string): boolean {
  const declared = Object.entries(asObject(asObject(definition).parameters));
  return declared.some(([each, declaration]) => {
    const { type } = asObject(declaration);
    return each.toLowerCase() === name.toLowerCase() && typeof type === "string" && /^secure/i.test(type);
  });
}

export function readConnectors(stack: Stack): readonly StackConnector[] {
  return ofType(stack, "azure-native:web:CustomApi").map((resource) => {
    const properties = asObject(asObject(resource.properties).properties);
    return {
      urn: resource.urn,
      properties,
      document: parsed(properties.swagger),
      madeFrom: dependencies(resource, "properties"),
    };
  });
}

export function readConnections(stack: Stack): readonly StackConnection[] {
  return ofType(stack, "azure-native:web:Connection").map((resource) => ({
    urn: resource.urn,
    ...(typeof resource.properties.connectionName === "string" ? { name: resource.properties.connectionName } : {}),
    properties: asObject(asObject(resource.properties).properties),
    madeFrom: dependencies(resource, "properties"),
  }));
}

function ofType(stack: Stack, type: string): readonly StackResource[] {
  return stack.resources.filter((resource) => resource.type.toLowerCase() === type.toLowerCase());
}

function dependencies({ propertyDependencies }: StackResource, property: string): ReadonlySet<string> {
  return new Set(propertyDependencies[property] ?? []);
}

/** Definitions and documents may come as JSON text. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
