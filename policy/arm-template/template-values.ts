import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import type { Context, ReferencedResource, TemplateScope, Work } from "./context";
import { evaluateValue } from "./evaluate-value";
import { isSecure, markSecrets, withType } from "./parameter-types";
import type { Place } from "./place";
import { Undecided } from "./undecided";

/** Values that a template's parameters are given, by name in lower case: evaluated ones. */
export type GivenParameters = ReadonlyMap<string, unknown>;

/** Finds a resource by symbolic name, name or id. */
export type FindResource = (reference: unknown) => ReferencedResource | undefined;

/** Parameters, variables and functions of a template, each evaluated when something needs it. */
export class TemplateValues implements TemplateScope {
  readonly context: Context;
  private readonly parameters: ReadonlyMap<string, JsonObject>;
  private readonly variables: ReadonlyMap<string, unknown>;
  /** Names of the variables that a copy loop makes. */
  private readonly loops: ReadonlySet<string>;
  private readonly functions: ReadonlyMap<string, JsonObject>;
  private readonly known = new Map<string, unknown>();

  constructor(
    private readonly content: JsonObject,
    place: Place,
    work: Work,
    private readonly given: GivenParameters,
    readonly find: FindResource,
  ) {
    this.context = { template: this, place, work, copies: new Map(), locals: new Map() };
    this.parameters = byName(
      Object.entries(asObject(content.parameters)).map(([name, value]) => [name, withType(asObject(value), content)]),
    );
    const { copy, ...variables } = asObject(content.variables);
    const loops = Array.isArray(copy) ? (copy as unknown[]).map(asObject) : [];
    this.loops = new Set(loops.map(({ name }) => String(name).toLowerCase()));
    this.variables = byName([
      ...Object.entries(variables),
      ...loops.map((loop) => [String(loop.name), { copy: [loop] }] as const),
    ]);
    this.functions = byName(functionsOf(content.functions));
  }

  parameter(name: string): unknown {
    const declaration = this.parameters.get(name.toLowerCase());
    if (declaration === undefined) return new Undecided(`parameter ${name}`, `parameters('${name}') is not declared`);
    return this.once(`parameters('${name.toLowerCase()}')`, (key) => {
      const mark = (value: unknown): unknown => markSecrets(value, declaration, this.content, `parameters('${name}')`);
      if (isSecure(declaration)) return mark(undefined);
      const given = this.given.get(name.toLowerCase());
      if (given !== undefined) return mark(given);
      if (declaration.defaultValue !== undefined) return mark(evaluateValue(declaration.defaultValue, this.context));
      return declaration.nullable === true ? null : new Undecided(key, `parameters('${name}') has no value`);
    });
  }

  variable(name: string): unknown {
    const key = name.toLowerCase();
    if (!this.variables.has(key)) return new Undecided(`variable ${name}`, `variables('${name}') is not declared`);
    return this.once(`variables('${key}')`, () => {
      const value = evaluateValue(this.variables.get(key), this.context);
      return this.loops.has(key) ? Object.values(asObject(value))[0] : value;
    });
  }

  userFunction(name: string, given: readonly unknown[]): unknown {
    const declaration = this.functions.get(name);
    if (declaration === undefined) return undefined;
    const parameters = (Array.isArray(declaration.parameters) ? (declaration.parameters as unknown[]) : []).map(
      asObject,
    );
    const values = new Map(
      parameters.map(({ name: parameter }, index) => [String(parameter).toLowerCase(), given[index]] as const),
    );
    const inFunction: TemplateScope = {
      parameter: (parameter) =>
        values.get(parameter.toLowerCase()) ?? new Undecided(`parameter ${parameter}`, "a parameter has no value"),
      variable: () => new Undecided("variable", "a function has no variables"),
      userFunction: (other, arguments_) => this.userFunction(other, arguments_),
      find: this.find,
    };
    return evaluateValue(asObject(declaration.output).value, { ...this.context, template: inFunction });
  }

  /** What needs itself is undecided. */
  private once(key: string, evaluate: (key: string) => unknown): unknown {
    if (this.known.has(key)) return this.known.get(key);
    this.known.set(key, new Undecided(key, "a value needs itself"));
    const value = evaluate(key);
    this.known.set(key, value);
    return value;
  }
}

function functionsOf(namespaces: unknown): readonly (readonly [string, JsonObject])[] {
  return (Array.isArray(namespaces) ? (namespaces as unknown[]) : []).flatMap((each) => {
    const { namespace, members } = asObject(each);
    return Object.entries(asObject(members)).map(
      ([name, member]) => [`${String(namespace)}.${name}`, asObject(member)] as const,
    );
  });
}

function byName<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
}
