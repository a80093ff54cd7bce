import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import { unknown } from "../stack";
import type { ArmResource } from "./arm-resource";

/** A resource of a template where it stands. */
export interface TemplateResource extends ArmResource {
  /** Below the template, such as `resources[0]`. */
  readonly path: string;
}

/** Deeper templates within templates are not read. */
const maximumDepth = 8;

/**
 * Reads the resources of an ARM template, those of templates within it too. Parameters and variables are resolved where
 * an expression is nothing else; every other expression is unknown until the deployment.
 *
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function readTemplate(template: unknown, values: unknown): readonly TemplateResource[] {
  const found: TemplateResource[] = [];
  readInto(found, template, values, "", 0);
  return found;
}

function readInto(found: TemplateResource[], text: unknown, values: unknown, path: string, depth: number): void {
  const template = asObject(parsed(text));
  const known: Known = {
    parameters: parameterValues(template, parsed(values)),
    variables: asObject(template.variables),
  };
  const { resources } = template;
  // Language version 2.0 has a map of resources.
  const listed = Array.isArray(resources) ? (resources as unknown[]).entries() : Object.entries(asObject(resources));
  for (const [key, value] of listed) {
    const resource = asObject(value);
    const at = `${path}resources[${key}]`;
    const type = typeof resource.type === "string" ? resource.type : "";
    if (/^microsoft\.resources\/deployments$/i.test(type) && depth < maximumDepth) {
      const { template: inner, parameters } = asObject(resource.properties);
      readInto(found, inner, resolve(parameters, known), `${at}.properties.template.`, depth + 1);
      continue;
    }
    found.push({ type, name: resolve(resource.name, known), body: asObject(resolve(resource, known)), path: at });
  }
}

interface Known {
  readonly parameters: JsonObject;
  readonly variables: JsonObject;
}

function parameterValues(template: JsonObject, given: unknown): JsonObject {
  const declared = Object.entries(asObject(template.parameters)).map(([name, declaration]) => {
    const value = asObject(asObject(given)[name]).value ?? asObject(declaration).defaultValue;
    return [name.toLowerCase(), value ?? unknown] as const;
  });
  return Object.fromEntries(declared);
}

function resolve(value: unknown, known: Known): unknown {
  if (typeof value === "string") return resolveText(value, known);
  if (Array.isArray(value)) return value.map((item) => resolve(item, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, known)]));
}

function resolveText(text: string, { parameters, variables }: Known): unknown {
  if (text.startsWith("[[")) return text.slice(1);
  if (!text.startsWith("[") || !text.endsWith("]")) return text;
  const [, kind, name = ""] = /^\[\s*(parameters|variables)\(\s*'([^']+)'\s*\)\s*\]$/i.exec(text) ?? [];
  if (kind === undefined) return unknown;
  const found =
    kind.toLowerCase() === "parameters"
      ? parameters[name.toLowerCase()]
      : Object.entries(variables).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
  return found === undefined || (typeof found === "string" && found.startsWith("[")) ? unknown : found;
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
