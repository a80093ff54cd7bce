import * as z from "zod";

/** Text that is valid if `problemOf` returns nothing. */
export function checkedText(problemOf: (text: string) => string | undefined) {
  return z.string().superRefine((text, context) => {
    const message = problemOf(text);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

/** Texts by name that are valid if `problemOf` returns nothing. */
export function checkedTexts(problemOf: (texts: Readonly<Record<string, string>>) => string | undefined) {
  return z.record(z.string(), z.string()).superRefine((texts, context) => {
    const message = problemOf(texts);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

/** An https URL, normalized as the URL standard writes it. */
export function checkedUrl(problemOf: (text: string) => string | undefined) {
  return checkedText(problemOf).overwrite((text) => (URL.canParse(text) ? new URL(text).href : text));
}

/** A whole number in a range, both ends included. */
export function wholeNumber(least: number, most: number) {
  return z.int().min(least).max(most);
}
