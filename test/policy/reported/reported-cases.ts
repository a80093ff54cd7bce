import { access } from "./access";
import { answers } from "./answers";
import { audiences } from "./audiences";
import { expressions } from "./expressions";
import { flows } from "./flows";
import { forms } from "./forms";
import { literals } from "./literals";
import { operations } from "./operations";
import { places } from "./places";
import type { Kind, ReportedCase } from "./reported-case";
import { writtenSecrets } from "./written-secrets";

/** All cases, by kind; a kind without cases does not compile. */
export const reportedCases: Readonly<Record<Kind, readonly ReportedCase[]>> = {
  ...access,
  ...audiences,
  ...flows,
  ...answers,
  ...expressions,
  ...literals,
  ...forms,
  ...operations,
  ...places,
  ...writtenSecrets,
};
