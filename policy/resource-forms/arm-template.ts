import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import { unknown } from "../stack";
import type { ArmResource } from "./arm-resource";

/** A resource of a template where it stands. */
export interface TemplateResource extends ArmResource {
  /** Below the template, such as `resources[0]`. */
  readonly path: string;
}

/** A template that is still to be read, and what its parameters are given. */
interface PendingTemplate {
  readonly template: unknown;
  readonly values: unknown;
  readonly path: string;
}

/**
 * Reads the resources of an ARM template, those of templates within it too. Parameters and variables are resolved where
 * an expression is nothing else; every other expression is unknown until the deployment.
 *
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function readTemplate(template: unknown, values: unknown): readonly TemplateResource[] {
  const found: TemplateResource[] = [];
  const pending: PendingTemplate[] = [{ template, values, path: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const content = asObject(parsed(next.template));
    const known: Known = {
      parameters: parameterValues(content, parsed(next.values)),
      variables: asObject(content.variables),
    };
    for (const [key, value] of listResources(content)) {
      const resource = asObject(value);
      const path = `${next.path}resources[${key}]`;
      const type = typeof resource.type === "string" ? resource.type : "";
      if (/^microsoft\.resources\/deployments$/i.test(type)) {
        const { template: inner, parameters } = asObject(resource.properties);
        const below = path.length > longestPath ? "…." : `${path}.properties.template.`;
        pending.push({ template: inner, values: resolve(parameters, known), path: below });
      } else {
        const body = asObject(resolve(resource, known));
        found.push({ type, name: resolve(resource.name, known), scope: body.scope, body, path });
      }
    }
  }
  return found;
}

/** Beyond it, the place of a template within templates is shown without those around it. */
const longestPath = 200;

/** Language version 2.0 has a map of resources. */
function listResources({ resources }: JsonObject): readonly (readonly [key: string | number, value: unknown])[] {
  return Array.isArray(resources) ? [...(resources as unknown[]).entries()] : Object.entries(asObject(resources));
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

/** Beyond it, a value is unknown: Azure itself refuses expressions and objects that nest so deeply. */
const maximumDepth = 500;

function resolve(value: unknown, known: Known, depth = 0): unknown {
  if (depth > maximumDepth) return unknown;
  if (typeof value === "string") return resolveText(value, known);
  if (Array.isArray(value)) return value.map((item) => resolve(item, known, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, known, depth + 1)]));
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
