import { audiences } from "./cases/audiences";
import { azureAnswers } from "./cases/azure-answers";
import { connections } from "./cases/connections";
import { customRoles } from "./cases/custom-roles";
import { expressions } from "./cases/expressions";
import { flows } from "./cases/flows";
import { forms } from "./cases/forms";
import { identities } from "./cases/identities";
import { literals } from "./cases/literals";
import { messages } from "./cases/service-bus/messages";
import { operations } from "./cases/operations";
import { parameters } from "./cases/parameters";
import { places } from "./cases/places";
import { receivers } from "./cases/receivers";
import { roles } from "./cases/roles";
import { triggers } from "./cases/triggers";
import { vaultAnswers } from "./cases/vault-answers";
import { vendorAnswers } from "./cases/vendor-answers";
import { writtenNames } from "./cases/written-names";
import { writtenValues } from "./cases/written-values";
import type { Kind, ReportedCase } from "./reported-case";

/** All cases, by kind; a kind without cases does not compile. */
export const reportedCases: Readonly<Record<Kind, readonly ReportedCase[]>> = {
  ...audiences,
  ...connections,
  ...customRoles,
  ...expressions,
  ...flows,
  ...forms,
  ...identities,
  ...literals,
  ...messages,
  ...operations,
  ...parameters,
  ...places,
  ...receivers,
  ...roles,
  ...triggers,
  ...vaultAnswers,
  ...writtenNames,
  ...writtenValues,
  "flow-source": [...vendorAnswers, ...azureAnswers],
};
