import * as z from "zod";

/** The problem with a text that should be an email address. */
export function emailProblem(text: string): string | undefined {
  return z.email().safeParse(text).success
    ? undefined
    : "is not an email address. Expected an address such as integration-team@example.com.";
}
