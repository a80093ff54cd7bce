import { keyOf, Undecided, undecidedIn, combined } from "../undecided";

/** A function of the template language that needs nothing but its arguments; undefined where they do not fit. */
export type TemplateFunction = (given: readonly unknown[]) => unknown;

/** A call that nobody can evaluate before the deployment: what it makes of undecided arguments is undecided. */
export function undecidedCall(name: string, given: readonly unknown[]): Undecided {
  const undecided = undecidedIn(given);
  const why = undecided[0]?.why ?? `${name}() is not evaluated with these arguments`;
  return new Undecided(`${name}(${given.map(keyOf).join("|")})`, why, combined(undecided));
}

/** A function whose arguments must be decided, however deep. */
export function strict(name: string, call: TemplateFunction): TemplateFunction {
  return (given) => (undecidedIn(given).length > 0 ? undecidedCall(name, given) : call(given));
}

/** A table of functions whose arguments must be decided. */
export function strictTable(
  table: Readonly<Record<string, TemplateFunction>>,
): Readonly<Record<string, TemplateFunction>> {
  return Object.fromEntries(Object.entries(table).map(([name, call]) => [name, strict(name, call)]));
}

export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function asInteger(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

/** Compares as the language does: with regard to case, objects by content. An undecided value is the same as itself. */
export function sameValue(a: unknown, b: unknown): boolean {
  return typeof a === typeof b && keyOf(a) === keyOf(b);
}
