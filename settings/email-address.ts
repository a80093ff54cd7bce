import * as z from "zod";

/** What is wrong with an e-mail address. */
export function emailProblem(text: string): string | undefined {
  return z.email().safeParse(text).success
    ? undefined
    : "is no e-mail address; allowed: one such as integration-team@example.com.";
}
