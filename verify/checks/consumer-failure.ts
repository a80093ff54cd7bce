import type { ConsumerFailureClass } from "../../workflows/consumer/failure-classes";
import type { FailureClass } from "../../workflows/refresh/failure-classes";
import type { Remedy } from "../check-result";
import { upWithRefresh } from "../pulumi-commands";
import type { FailureFacts } from "./failure-facts";
import { explainFailure } from "./run-failure";

/** Facts that explain the failure of a consumer. */
export interface ConsumerFailureFacts extends Pick<FailureFacts, "failedGrants" | "firewall" | "outgoingAddresses"> {
  /** Names of the secrets that the consumer reads: that of its token. */
  readonly tokenNames: readonly string[];
}

/** The probable cause of a consumer's failure, by the code of its run. A code that refreshes have too means the same. */
export function explainConsumerFailure(code: string, facts: ConsumerFailureFacts): Remedy {
  if (isExplained(code)) return explanations[code];
  return explainFailure(code, { ...facts, secretName: facts.tokenNames.join(", "), credentialNames: facts.tokenNames });
}

function isExplained(code: string): code is keyof typeof explanations {
  return Object.hasOwn(explanations, code);
}

const seeGrants = "See the grants above. Where they were just given, wait 10 minutes: the next run tries again.";
const deadLetters = "docs/consumer/README.md, Dead letters";

const explanations: Readonly<Record<Exclude<ConsumerFailureClass, FailureClass>, Remedy>> = {
  RowsRejected: {
    cause: "Salesforce rejected at least one record of a message for what is in it.",
    fix: `Find the records, correct them at their source, and send them again (${deadLetters}).`,
  },
  BadMessage: {
    cause: "A message is not JSON with a list 'records' of objects, or Salesforce cannot read a value in it.",
    fix: "Look at the dead letter, and correct what the sender writes (docs/consumer/etl.md).",
  },
  TooManyRecords: {
    cause: "A message has more than 200 records.",
    fix: "Have the sender split them, and send the dead letter again in parts.",
  },
  RequiredFieldMissing: {
    cause: "A record has no external ID, or lacks a field of requiredFields.",
    fix: "Correct the sender; or remove the field from requiredFields, and run 'npx pulumi up'.",
  },
  LockLost: {
    cause: "The records are stored, but the message's lock ended before it was completed: it is upserted once more.",
    fix: "Nothing, if it is rare. Otherwise send fewer records in each message.",
  },
  SessionRefused: {
    cause: "Salesforce refused a token that was stored a few minutes before; another refresh would not help.",
    fix:
      "At Salesforce, turn off 'Lock sessions to the IP address from which they originated', and check that user and app " +
      "may use the REST API. Check that tokenUrl belongs to the same org.",
  },
  SalesforceForbidden: {
    cause: "Salesforce does not let the integration user write the object, one of its records, or use the API.",
    fix: "Give the user access to the object, its fields and its records, and 'API Enabled'; replace inactive owners.",
  },
  SalesforceLimit: {
    cause: "The org's daily API requests are used up, it receives too many at once, or its storage is full.",
    fix: "See Company Information in Salesforce's Setup. Put more records into each message, or buy more.",
  },
  SalesforceUnavailable: {
    cause: "Salesforce did not answer within 110 seconds, or with an error of its own.",
    fix: "See Salesforce's status page; the next run tries again. If only large messages fail, send fewer records in each.",
  },
  SalesforceRefused: {
    cause: "Salesforce answered with a redirect, or a status that no other code stands for.",
    fix: "Check that Salesforce still has apiVersion, and that no proxy answers in its place.",
  },
  ObjectNotFound: {
    cause: "The object, its external ID field or the API version does not exist, or the user cannot see it.",
    fix: "Correct sObject, externalIdField or apiVersion, and run 'npx pulumi up'; or let the user see the field.",
  },
  MappingRefused: {
    cause: "A field of the setting fields does not exist, or the user may not write it.",
    fix: "Compare fields with the object, and check field-level security; after a change, run 'npx pulumi up'.",
  },
  AutomationFailed: {
    cause: "A flow or an Apex trigger of Salesforce failed on a record.",
    fix: "Have an administrator read the flow's error e-mail or the trigger's debug log. Correct the records if it is some.",
  },
  RowsLocked: {
    cause: "Another request was writing the same records or their parents, or created one at the same time.",
    fix: "Nothing, if it is rare. Otherwise have fewer writers, and put records of one parent into one message.",
  },
  TokenNotFound: {
    cause: "The token's secret is not in the vault: no refresh has stored one, or it was deleted.",
    fix: "See the refresh above: it stores the token, or says why it fails.",
  },
  InstanceUrlNotAllowed: {
    cause: "The token has no tag instance_url, or one with a host that the settings do not allow.",
    fix:
      "If the host is right, add it to allowedInstanceUrlSuffixes and run 'npx pulumi up'. Otherwise find out who wrote " +
      "the secret, and run the refresh.",
  },
  RefreshNotAllowed: {
    cause: "The consumer's identity may not run the refresh of its token, or read its runs.",
    fix: seeGrants,
  },
  RefreshFailed: {
    cause:
      "The session has ended, and the refresh that should renew it failed. No other one is started before its next slot.",
    fix: "See the refresh above, which says why it fails. Once it has stored a token, messages that were left are stored.",
  },
  RefreshNotStarted: {
    cause: "The refresh's Logic App does not exist or is disabled, or Azure Resource Manager did not answer.",
    fix: `Run '${upWithRefresh}', which restores the Logic App. If it is there, the next run tries again.`,
  },
  ServiceBusForbidden: {
    cause: "Service Bus refuses the consumer's identity, or its firewall the Logic App's address.",
    fix: `${seeGrants} On a namespace with a firewall, allow the location's outgoing addresses.`,
  },
  SubscriptionGone: {
    cause: "The subscription or its topic does not exist; the messages that were in it are lost.",
    fix: `If this stack created it, run '${upWithRefresh}'. Otherwise create it. Have the ETL send again what is missing.`,
  },
  ServiceBusRefused: {
    cause: "Service Bus rejects the request: the subscription has sessions, forwards its messages, or is disabled.",
    fix: "See the subscription above.",
  },
  ServiceBusUnavailable: {
    cause: "Service Bus did not answer, throttles the namespace, or has an error of its own.",
    fix: "See Azure's status page, and whether the namespace is throttled. The next run tries again.",
  },
  Unexpected: {
    cause: "The run ended while it processed a message, without a cause that has a code.",
    fix: "Open the run in the portal: its failed action says where it stopped. The message is delivered again.",
  },
};
