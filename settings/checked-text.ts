import * as z from "zod";

/** A text in which `problemOf` finds nothing wrong. */
export function checkedText(problemOf: (text: string) => string | undefined) {
  return z.string().superRefine((text, context) => {
    const message = problemOf(text);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

export function wholeNumber(least: number, most: number) {
  return z.int().min(least).max(most);
}
