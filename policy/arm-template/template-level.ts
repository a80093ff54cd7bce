import { asObject, isObject } from "../../definition";
import type { JsonObject } from "../../definition";
import type { Context } from "./context";
import { DeclaredResource } from "./declared-resource";
import { DeclaredDeployment } from "./declared-deployment";
import type { Level, LevelSettings } from "./declared-deployment";
import { evaluateValue, inCopy, mostCopies } from "./evaluate-value";
import type { Place } from "./place";
import { keyOf, Undecided } from "./undecided";

/** The resources of all templates of a deployment, by the keys of their ids in lower case. */
export type Registry = Map<string, DeclaredResource>;

/** Resources of one template, without those of the templates within it. */
export class TemplateLevel implements Level {
  readonly content: JsonObject;
  readonly path: string;
  readonly context: Context;
  private readonly place: Place;
  private readonly bySymbol = new Map<string, DeclaredResource>();
  private readonly byName = new Map<string, DeclaredResource>();
  private read: readonly DeclaredResource[] | undefined;

  constructor(
    { content, path, place, makeContext }: LevelSettings,
    private readonly registry: Registry,
  ) {
    this.content = content;
    this.path = path;
    this.place = place;
    this.context = makeContext((reference) => this.find(reference));
  }

  resources(): readonly DeclaredResource[] {
    if (this.read !== undefined) return this.read;
    const found: DeclaredResource[] = [];
    // A name that needs this template's own resources finds those before it.
    this.read = found;
    const pending: Pending[] = list(this.content.resources, this.path).map((each) => ({
      ...each,
      context: this.context,
    }));
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      for (const resource of this.declare(next)) {
        found.push(resource);
        this.register(resource);
        for (const child of list(next.raw.resources, `${next.path}.`)) {
          pending.push({ ...child, context: resource.context, parent: resource });
        }
      }
    }
    return found;
  }

  output(name: string): unknown {
    const declared = Object.entries(asObject(this.content.outputs)).find(
      ([each]) => each.toLowerCase() === name.toLowerCase(),
    );
    if (declared === undefined) return undefined;
    this.resources();
    return outputValue(asObject(declared[1]), this.context);
  }

  private declare(pending: Pending): readonly DeclaredResource[] {
    const { raw, context } = pending;
    const make = (each: Context): DeclaredResource => {
      const declaration = { ...pending, context: each, place: this.place };
      return /^microsoft\.resources\/deployments$/i.test(String(raw.type))
        ? new DeclaredDeployment(declaration, (settings) => new TemplateLevel(settings, this.registry))
        : new DeclaredResource(declaration);
    };
    if (!isObject(raw.copy)) return [make(context)];
    const { name, count } = raw.copy;
    const times = evaluateValue(count, context);
    if (typeof times !== "number" || times > mostCopies) {
      const index = new Undecided(`copyindex ${pending.path}`, "how often a resource is copied is not known");
      return [make(inCopy(context, String(name), index))];
    }
    return Array.from({ length: times }, (_, index) => make(inCopy(context, String(name), index)));
  }

  private register(resource: DeclaredResource): void {
    const { symbolicName, id, name } = resource;
    if (symbolicName !== undefined) this.bySymbol.set(symbolicName.toLowerCase(), resource);
    this.byName.set(keyOf(name).toLowerCase(), resource);
    this.registry.set(keyOf(id).toLowerCase(), resource);
  }

  private find(reference: unknown): DeclaredResource | undefined {
    this.resources();
    const key = keyOf(reference).toLowerCase();
    return this.bySymbol.get(key) ?? this.registry.get(key) ?? this.byName.get(key);
  }
}

interface Pending {
  readonly raw: JsonObject;
  readonly path: string;
  readonly context: Context;
  readonly symbolicName?: string;
  readonly parent?: DeclaredResource;
}

/** Language version 2.0 has a map of resources. */
function list(resources: unknown, path: string): readonly { raw: JsonObject; path: string; symbolicName?: string }[] {
  if (Array.isArray(resources)) {
    return (resources as unknown[]).map((raw, index) => ({ raw: asObject(raw), path: `${path}resources[${index}]` }));
  }
  return Object.entries(asObject(resources)).map(([symbolicName, raw]) => ({
    raw: asObject(raw),
    path: `${path}resources[${symbolicName}]`,
    symbolicName,
  }));
}

/** Evaluates an output, which may be a copy loop. */
function outputValue({ value, copy }: JsonObject, context: Context): unknown {
  if (!isObject(copy)) return evaluateValue(value, context);
  const copied = evaluateValue({ copy: [{ ...copy, name: "output" }] }, context);
  return Object.values(asObject(copied))[0];
}
