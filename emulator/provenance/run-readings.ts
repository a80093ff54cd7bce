import { documented, inferred, reported, seen } from "./behaviour";
import type { Reading } from "./reading";

const operations = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers";
const errorHandling = "https://learn.microsoft.com/azure/logic-apps/error-exception-handling";
const functions = "https://learn.microsoft.com/azure/logic-apps/expression-functions-reference";
const securing = "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view";
const loops = "https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-loops";
const scopes = "https://learn.microsoft.com/azure/logic-apps/logic-apps-control-flow-run-steps-group-scopes";

/** Questions about how actions run and end. */
export const runReadings = {
  actionTimeout: {
    question: "What does an action's `limit.timeout` limit?",
    alternatives: {
      WholeAction: seen(
        "`limit.timeout` limits the action with all its retries, and no single request",
        "https://github.com/Azure/LogicAppsUX",
      ),
      EachRequest: inferred("`limit.timeout` limits each request of the action, and not its retries", operations),
    },
    default: "WholeAction",
  },
  actionTimeoutStatus: {
    question: "How does an action end whose `limit.timeout` passes?",
    alternatives: {
      TimedOut: inferred("An action that exceeds its `limit.timeout` ends TimedOut", operations),
      Cancelled: inferred("An action that exceeds its `limit.timeout` ends Cancelled", operations),
    },
    default: "TimedOut",
  },
  cancelledWithin: {
    question: "How does a condition, switch, scope or run end whose last action ended Cancelled?",
    alternatives: {
      Failed: documented("A scope in which an action fails or is cancelled ends Failed", scopes),
      Cancelled: inferred("A scope in which an action is cancelled, and none fails, ends Cancelled", scopes),
      Succeeded: inferred("A scope in which an action is cancelled, and none fails, ends Succeeded", errorHandling),
    },
    default: "Failed",
    needs: { alternative: "Failed", section: "an-action-that-is-cancelled-within-a-condition" },
  },
  handledInLoop: {
    question:
      "How does a loop end in which an action failed and another one handled that: in the last iteration of an Until, or in any of a For each?",
    alternatives: {
      fails: documented(
        "A loop ends Failed if any action fails in it; an Until, in its last iteration",
        `${loops}#until-loop`,
      ),
      succeeds: inferred(
        "A loop ends as a scope does: a failure that a later action handled is none",
        `${errorHandling}#manage-the-run-after-behavior`,
      ),
    },
    default: "fails",
  },
  foreachOrder: {
    question: "How do the iterations of a For each run that may run at the same time?",
    alternatives: {
      inTurn: inferred(
        "The iterations happen to run one after the other, in the order of the items",
        `${loops}#for-each`,
      ),
      atOnce: documented("As many iterations as the loop allows run at the same time", `${loops}#for-each`),
    },
    default: "inTurn",
  },
  resultOrder: {
    question: "In which order does result() give the iterations of a For each?",
    alternatives: {
      ofItems: inferred("result() gives the iterations in the order of the items", `${functions}#result`),
      another: inferred(
        "result() gives the iterations in an order of their own, such as the reverse of the items'",
        `${functions}#result`,
      ),
    },
    default: "ofItems",
  },
  securedResult: {
    question: "What does result() give of an action that hides its inputs or its outputs?",
    alternatives: {
      whole: inferred("result() gives inputs and outputs, hidden or not, as outputs() does", `${functions}#result`),
      hidden: inferred("result() leaves out the inputs and outputs that an action hides", securing),
    },
    default: "whole",
  },
  untilLimit: {
    question: "How does an Until with the option FailWhenLimitsReached end that reaches its limit?",
    alternatives: {
      TimedOut: reported(
        "An Until with FailWhenLimitsReached that reaches its limit ends TimedOut",
        "https://github.com/Azure/logicapps/issues/439",
      ),
      Failed: documented(
        "An Until with FailWhenLimitsReached that reaches its limit ends Failed",
        `${loops}#until-loop`,
      ),
    },
    default: "TimedOut",
  },
  runAfterCancelled: {
    question: "Does a definition deploy in which an action runs after the status Cancelled of another?",
    alternatives: {
      refused: documented(
        "A run-after status is Succeeded, Failed, Skipped or TimedOut",
        `${errorHandling}#manage-the-run-after-behavior`,
      ),
      accepted: inferred(
        "A run-after status may be Cancelled too, which is a status of actions",
        `${errorHandling}#manage-the-run-after-behavior`,
      ),
    },
    default: "refused",
  },
  redirects: {
    question: "How does an HTTP action end whose answer is a redirect?",
    alternatives: {
      fails: reported(
        "An answer with a status from 300 to 399 fails the action",
        "https://github.com/MicrosoftDocs/azure-docs/issues/40772",
      ),
      succeeds: inferred(
        "An answer with a status from 300 to 399 is a success",
        "https://learn.microsoft.com/azure/connectors/connectors-native-http",
      ),
    },
    default: "fails",
  },
  retryAfter: {
    question: "Where does the retry policy wait for a `Retry-After`?",
    alternatives: {
      any: inferred(
        "A retry waits for Retry-After in seconds or as a date, after any status that is tried again",
        `${errorHandling}#retry-policies`,
      ),
      secondsAfter429: documented(
        "A retry waits for Retry-After in seconds after 429, and for nothing else",
        operations,
      ),
    },
    default: "any",
  },
  delivery: {
    question: "How often does a request arrive that an action sends once?",
    alternatives: {
      once: documented("An action sends a request again only by its retry policy", `${errorHandling}#retry-policies`),
      twice: reported(
        "A request may arrive twice, without a trace in run history; the action has the second answer",
        "https://github.com/Azure/logicapps/issues/1136",
      ),
    },
    default: "once",
    needs: { alternative: "once", section: "a-request-that-arrives-twice" },
  },
} as const satisfies Readonly<Record<string, Reading>>;
