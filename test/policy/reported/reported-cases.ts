import { answers } from "./answers";
import { audiences } from "./audiences";
import { flows } from "./flows";
import type { Kind, ReportedCase } from "./reported-case";
import { writtenSecrets } from "./written-secrets";

/** All cases, by kind; a kind without cases does not compile. */
export const reportedCases: Readonly<Record<Kind, readonly ReportedCase[]>> = {
  ...audiences,
  ...flows,
  ...answers,
  ...writtenSecrets,
};
