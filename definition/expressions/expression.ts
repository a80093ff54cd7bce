/** A parsed expression of Azure Logic Apps' Workflow Definition Language. */
export type Expression = LiteralExpression | CallExpression | PropertyExpression;

export interface LiteralExpression {
  readonly kind: "literal";
  /** An integer beyond 2^53 is a bigint. */
  readonly value: string | number | bigint | boolean | null;
  /** Set on a number written with a point or an exponent: `5.0` is a Float, `5` an Integer. */
  readonly float?: true;
}

export interface CallExpression {
  readonly kind: "call";
  /** As written; Logic Apps ignores its case. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `a.b`, `a['b']`, `a[0]`, and with `?` the same, null where there is nothing. */
interface PropertyExpression {
  readonly kind: "property";
  readonly of: Expression;
  readonly property: Expression;
  readonly optional: boolean;
}

/** What a string of a definition is: text, one whole expression, or text with expressions in it. */
export type Template =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "interpolation"; readonly parts: readonly (string | Expression)[] };
