import { asObject, isObject } from "../../definition";
import type { JsonObject } from "../../definition";
import type { Context } from "./context";
import { DeclaredResource } from "./declared-resource";
import type { Declaration } from "./declared-resource";
import { evaluateValue } from "./evaluate-value";
import { readGiven } from "./given-parameters";
import type { Place } from "./place";
import { placeOf } from "./place";
import { TemplateValues } from "./template-values";
import type { FindResource } from "./template-values";
import { Undecided } from "./undecided";

/** One template among those of a deployment. */
export interface Level {
  readonly content: JsonObject;
  /** Of the template in the file, ending in a dot; empty for the outermost one. */
  readonly path: string;
  readonly context: Context;
  /** Declared resources, without those of templates within it; their names are evaluated at the first call. */
  resources(): readonly DeclaredResource[];
  /** Value of an output; undefined where there is none of the name. */
  output(name: string): unknown;
}

/** What a template is opened with. */
export interface LevelSettings {
  readonly content: JsonObject;
  readonly path: string;
  readonly place: Place;
  /** What its expressions are evaluated in. */
  makeContext(this: void, find: FindResource): Context;
}

/** Beyond it, the place of a template within templates is shown without those around it. */
const longestPath = 200;

/** A deployment within a template. */
export class DeclaredDeployment extends DeclaredResource {
  private level: Level | undefined;

  constructor(
    declaration: Declaration,
    private readonly open: (settings: LevelSettings) => Level,
  ) {
    super(declaration);
  }

  /** Its template; undefined where that stands elsewhere or is unknown. */
  inner(): Level | undefined {
    const { template, expressionEvaluationOptions, parameters } = asObject(this.raw.properties);
    const content = parseTemplate(template);
    if (content === undefined || this.isExisting) return undefined;
    const evaluate = (value: unknown): unknown => evaluateValue(value, this.context);
    const place = innerPlace(this.raw, content, evaluate, this.place);
    this.level ??= this.open({
      content,
      path: this.path.length > longestPath ? "…." : `${this.path}.properties.template.`,
      place,
      makeContext: (find) =>
        // By default, expressions are those of the template around it.
        String(asObject(expressionEvaluationOptions).scope).toLowerCase() === "inner"
          ? new TemplateValues(content, place, this.context.work, readGiven(parameters, evaluate), find).context
          : this.context,
    });
    return this.level;
  }

  output(name: string): unknown {
    const level = this.inner();
    if (level === undefined) return undefined;
    return level.output(name) ?? new Undecided(`no output ${name}`, "a deployment has no such output");
  }
}

/** A template may come as JSON text. */
export function parseTemplate(template: unknown): JsonObject | undefined {
  if (isObject(template)) return template;
  if (typeof template !== "string") return undefined;
  try {
    const parsed: unknown = JSON.parse(template);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function innerPlace(
  { resourceGroup, subscriptionId, location }: JsonObject,
  { $schema }: JsonObject,
  evaluate: (value: unknown) => unknown,
  around: Place,
): Place {
  const subscription = subscriptionId === undefined ? around.subscriptionId : evaluate(subscriptionId);
  if (resourceGroup !== undefined) {
    return { kind: "resourceGroup", subscriptionId: subscription, resourceGroup: evaluate(resourceGroup) };
  }
  // Deployments into a resource group have no location of their own.
  const kind =
    subscriptionId !== undefined ? "subscription" : location === undefined ? around.kind : placeOf($schema).kind;
  return { ...around, kind, subscriptionId: subscription };
}
