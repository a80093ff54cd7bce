import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { Work } from "./context";
import { DeclaredDeployment } from "./declared-deployment";
import type { Level } from "./declared-deployment";
import type { DeclaredResource } from "./declared-resource";
import { evaluateValue } from "./evaluate-value";
import { isSecure, withType } from "./parameter-types";
import { placeOf } from "./place";
import type { Registry } from "./template-level";
import { TemplateLevel } from "./template-level";
import type { GivenParameters } from "./template-values";
import { TemplateValues } from "./template-values";
import { Undecided } from "./undecided";

/** A resource that a template deploys, evaluated as far as that is decidable. */
export interface ExpandedResource {
  readonly declared: DeclaredResource;
  /** Properties, with {@link Undecided} ones. */
  readonly body: JsonObject;
}

/** An output of a template or of one within it. */
export interface ExpandedOutput {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  /** True for one that the deployment's history does not show. */
  readonly isSecure: boolean;
  /** True for one of the outermost template. */
  readonly isOutermost: boolean;
}

/** A template with all that stands within it. */
export interface ExpandedTemplate {
  readonly resources: readonly ExpandedResource[];
  readonly outputs: readonly ExpandedOutput[];
  /** Conditions and counts that are not decided: the resources count as deployed, once. */
  readonly undecided: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Expands a template: its resources, children and nested templates, with copy loops, conditions and expressions evaluated
 * as far as that is decidable before the deployment.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function expandTemplate(content: JsonObject, given: GivenParameters): ExpandedTemplate {
  const registry: Registry = new Map();
  const place = placeOf(content.$schema);
  const work = new Work();
  const root = new TemplateLevel(
    {
      content,
      path: "",
      place,
      makeContext: (find) => new TemplateValues(content, place, work, given, find).context,
    },
    registry,
  );
  const undecided: { path: string; why: string }[] = [];
  const levels: Level[] = [root];
  const declared: DeclaredResource[] = [];
  for (const level of levels) {
    for (const resource of level.resources()) {
      const { condition } = resource.raw;
      const isDeployed = condition === undefined ? true : evaluateValue(condition, resource.context);
      if (resource.isExisting || isDeployed === false) continue;
      const { path } = resource;
      if (isDeployed instanceof Undecided) undecided.push({ path: `${path}.condition`, why: isDeployed.why });
      const count = [...resource.context.copies.values()].find((index) => index instanceof Undecided);
      if (count !== undefined) undecided.push({ path: `${path}.copy`, why: count.why });
      const inner = resource instanceof DeclaredDeployment ? resource.inner() : undefined;
      if (inner === undefined) declared.push(resource);
      else levels.push(inner);
    }
  }
  return {
    resources: declared.map((resource) => ({ declared: resource, body: evaluateBody(resource) })),
    outputs: levels.flatMap((level) => outputsOf(level, level === root)),
    undecided,
  };
}

/** What a template says of a resource besides its properties, and its children, which are resources of their own. */
const notProperties = new Set(["type", "name", "copy", "condition", "dependson", "resources", "comments", "scope"]);

function evaluateBody({ raw, context, principalId }: DeclaredResource): JsonObject {
  const written = Object.entries(raw).filter(([name]) => !notProperties.has(name.toLowerCase()));
  const body = asObject(evaluateValue(Object.fromEntries(written), context));
  if (principalId === undefined) return body;
  return body.identity === undefined
    ? { ...body, properties: { ...asObject(body.properties), principalId } }
    : { ...body, identity: { ...asObject(body.identity), principalId } };
}

function outputsOf(level: Level, isOutermost: boolean): readonly ExpandedOutput[] {
  return Object.entries(asObject(level.content.outputs)).map(([name, declaration]) => ({
    name,
    path: `${level.path}outputs.${name}`,
    value: level.output(name),
    isSecure: isSecure(withType(asObject(declaration), level.content)),
    isOutermost,
  }));
}
