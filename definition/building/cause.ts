/** A row of a table of causes: fits what was answered and a text in it, and has the code that the run then ends with. */
export type Cause = {
  /** What was answered, such as a status; `*` fits any. */
  readonly answer: string;
  /** A text within the answer; `*` fits any. */
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
