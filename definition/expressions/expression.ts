/** A parsed expression of Azure Logic Apps' Workflow Definition Language. */
export type Expression = LiteralExpression | CallExpression | PropertyExpression;

export interface LiteralExpression {
  readonly kind: "literal";
  /** Integers beyond 2^53 are bigints. */
  readonly value: string | number | bigint | boolean | null;
  /** Set on a number written with a point or an exponent: `5.0` is a Float, `5` an Integer. */
  readonly float?: true;
}

export interface CallExpression {
  readonly kind: "call";
  /** Name in its original case, which Logic Apps ignores. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** Access to a property or item: `a.b`, `a['b']`, `a[0]`; with `?`, null if it is absent. */
interface PropertyExpression {
  readonly kind: "property";
  readonly of: Expression;
  readonly property: Expression;
  readonly optional: boolean;
}

/** Content of a string in a definition: text, a single expression, or text with interpolated expressions. */
export type Template =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "interpolation"; readonly parts: readonly (string | Expression)[] };
