import assert from "node:assert/strict";
import type { Stack, StackResource } from "../../../policy/model";

type Json = Record<string, unknown>;

/** A copy of a stack that is changed a little. Resources are named by the end of their type and their logical name. */
export class StackEditor {
  readonly #resources: StackResource[];

  constructor(private readonly stack: Stack) {
    this.#resources = stack.resources.map((resource) => copy(resource) as StackResource);
  }

  /** @param path property names and indexes with slashes between, from `properties` on */
  set(resource: string, path: string, value: unknown): this {
    const [holder, name] = this.#place(resource, path);
    holder[name] = value;
    return this;
  }

  /** Changes what is there: a path that does not exist is a mistake of the test. */
  change(resource: string, path: string, change: (value: never) => unknown): this {
    const [holder, name] = this.#place(resource, path);
    assert.ok(name in holder, `${resource} has no ${path}`);
    holder[name] = change(holder[name] as never);
    return this;
  }

  remove(resource: string, path: string): this {
    const [holder, name] = this.#place(resource, path);
    assert.ok(name in holder, `${resource} has no ${path}`);
    Reflect.deleteProperty(holder, name);
    return this;
  }

  /** @param madeFrom resources by name, by the property that is made from them */
  add(type: string, name: string, properties: Json, madeFrom: Readonly<Record<string, readonly string[]>> = {}): this {
    const made = Object.entries(madeFrom).map(([property, names]) => [
      property,
      names.map((each) => this.#find(each).urn),
    ]);
    this.#resources.push({
      urn: `urn:pulumi:policy::any::${type}::${name}`,
      type,
      name,
      properties,
      propertyDependencies: Object.fromEntries(made) as Record<string, string[]>,
      ignoreChanges: [],
    });
    return this;
  }

  drop(resource: string): this {
    this.#resources.splice(this.#resources.indexOf(this.#find(resource)), 1);
    return this;
  }

  result(): Stack {
    return { ...this.stack, resources: this.#resources };
  }

  #find(resource: string): StackResource {
    const [kind = "", name = ""] = resource.split(" ");
    const found = this.#resources.find(
      (each) => each.name === name && each.type.startsWith("azure-native:") && each.type.endsWith(`:${kind}`),
    );
    assert.ok(found, `The stack has no ${resource}.`);
    return found;
  }

  #place(resource: string, path: string): readonly [Json, string] {
    const names = path.split("/").map((name) => name.replaceAll("|", "/"));
    const last = names.pop() ?? "";
    let holder = this.#find(resource).properties as Json;
    for (const name of names) holder = (holder[name] ??= {}) as Json;
    return [holder, last];
  }
}

/** Symbols stand for what is unknown, which `structuredClone` refuses. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}
