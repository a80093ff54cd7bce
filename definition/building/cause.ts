/** A row of a table of causes: matches a failed response, and has the code with which the run then ends. */
export type Cause = {
  /** A status or an error code; `*` fits any. */
  readonly answer: string;
  /** Text that the response contains; `*` fits any. */
  readonly text: string;
  readonly code: string;
};

/** Expression that is true of a row whose `answer` is one of the values. The values are expressions. */
export function fitsAnswer(values: readonly string[]): string {
  return `contains(createArray('*', ${values.join(", ")}), item()['answer'])`;
}

/** Expression that is true of a row whose `text` occurs in a text, an expression. */
export function fitsText(text: string): string {
  return `contains(concat('* ', ${text}), item()['text'])`;
}

/** Expression of the code of the first row that a Query action has kept: the table says which of several counts. */
export function codeOf(query: string): string {
  return `first(body('${query}'))['code']`;
}
