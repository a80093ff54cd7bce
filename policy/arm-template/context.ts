import type { Place } from "./place";

/** What an expression is evaluated in. */
export interface Context {
  readonly template: TemplateScope;
  readonly place: Place;
  /** Index of each copy loop around the expression, by the loop's name in lower case. */
  readonly copies: ReadonlyMap<string, unknown>;
  /** Variables of the lambdas around the expression. */
  readonly locals: ReadonlyMap<string, unknown>;
  readonly work: Work;
}

/** What the declarations of a template give its expressions. Names have any case. */
export interface TemplateScope {
  parameter(name: string): unknown;
  variable(name: string): unknown;
  /** Undefined where the template has no such function. */
  userFunction(name: string, given: readonly unknown[]): unknown;
  /** The resource that a symbolic name, a name or an id means, where a template of this deployment declares it. */
  find(reference: unknown): ReferencedResource | undefined;
}

/** A resource as other resources' expressions see it. */
export interface ReferencedResource {
  readonly type: string;
  readonly name: unknown;
  readonly id: unknown;
  readonly place: Place;
  /** Id of the principal of its identity; undefined where the template gives it none. */
  readonly principalId: string | undefined;
  /** Gives an output; only a deployment has any. */
  output?(name: string): unknown;
}

/** Limits on one evaluation of a template, whatever stands in it. */
export class Work {
  private depth = 0;
  private steps = 0;
  private names = 0;

  /** Goes one level deeper, unless that is too deep or too much has been done. */
  within<Result>(evaluate: () => Result, otherwise: (why: string) => Result): Result {
    if (this.depth > 300) return otherwise("it nests too deeply");
    if (this.steps > 5_000_000) return otherwise("the template takes too long to evaluate");
    this.depth += 1;
    this.steps += 1;
    try {
      return evaluate();
    } finally {
      this.depth -= 1;
    }
  }

  /** A number that was not given before. */
  next(): number {
    this.names += 1;
    return this.names;
  }
}
