import type { Reading } from "./reading";

const definitionLanguage = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language";
const functionReference = "https://learn.microsoft.com/azure/logic-apps/expression-functions-reference";
const functionReports =
  "https://thorprojects.com/blog/2019/09/10/microsoft-flow-and-azure-logic-apps-math-and-if-function-workarounds/";
const contentTypes = "https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type";
const operations = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers";

/**
 * Questions that Azure's documents leave open, contradict, or leave to reports. `npm run faults -- --readings` runs the
 * faults under every two alternatives.
 */
export const readings = {
  actionTimeout: {
    question: "What does an action's `limit.timeout` limit?",
    alternatives: {
      WholeAction: {
        behaviour: "`limit.timeout` limits the action with all its retries, and no single request",
        source: "https://github.com/Azure/LogicAppsUX",
        certainty: "seen",
      },
      EachRequest: {
        behaviour: "`limit.timeout` limits each request of the action, and not its retries",
        source: operations,
        certainty: "inferred",
      },
    },
    default: "WholeAction",
  },
  actionTimeoutStatus: {
    question: "How does an action end whose `limit.timeout` passes?",
    alternatives: {
      TimedOut: {
        behaviour: "An action that exceeds its `limit.timeout` ends TimedOut",
        source: operations,
        certainty: "inferred",
      },
      Cancelled: {
        behaviour: "An action that exceeds its `limit.timeout` ends Cancelled",
        source: operations,
        certainty: "inferred",
      },
    },
    default: "TimedOut",
  },
  nameComparison: {
    question:
      "Does a name of an action, a parameter or a variable count in another letter case than it was declared in?",
    alternatives: {
      ignoreCase: {
        behaviour: "runAfter, actions(), parameters() and variables() find names in any letter case",
        source: definitionLanguage,
        certainty: "inferred",
      },
      exact: {
        behaviour: "runAfter, actions(), parameters() and variables() find names only as they were declared",
        source: definitionLanguage,
        certainty: "inferred",
      },
    },
    default: "ignoreCase",
  },
  parameterWithoutDefault: {
    question: "Does a definition deploy with a parameter that has a value and no defaultValue?",
    alternatives: {
      deploys: {
        behaviour: "A parameter that the resource gives a value needs no defaultValue",
        source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-azure-resource-manager-templates-overview",
        certainty: "inferred",
      },
      refused: {
        behaviour: "Every parameter of a definition needs a defaultValue, which may be empty",
        source: `${definitionLanguage}#parameters`,
        certainty: "documented",
      },
    },
    default: "deploys",
  },
  intOfFloat: {
    question: "What does int() make of a Float?",
    alternatives: {
      throws: {
        behaviour: "int() of a Float fails the action, as of 3599.0",
        source: functionReports,
        certainty: "reported",
      },
      truncates: {
        behaviour: "int() of a Float drops the fraction",
        source: `${functionReference}#int`,
        certainty: "inferred",
      },
    },
    default: "throws",
  },
  ifBranches: {
    question: "Does if() evaluate the argument that it does not return?",
    alternatives: {
      both: {
        behaviour: "if() evaluates all its arguments, and an error in any fails the action",
        source:
          "https://blog.kloud.com.au/2017/10/17/azure-logic-app-evaluating-if-condition-with-the-help-of-json-expression-by-passing-null",
        certainty: "reported",
      },
      one: {
        behaviour: "if() evaluates its condition, and then only the argument that it returns",
        source: `${functionReference}#if`,
        certainty: "inferred",
      },
    },
    default: "both",
  },
  malformedJson: {
    question: "What becomes of an answer of the type application/json that does not parse?",
    alternatives: {
      fails: {
        behaviour: "The action fails with BadRequest, and has no outputs",
        source: contentTypes,
        certainty: "documented",
      },
      failsWithOutputs: {
        behaviour: "The action fails with BadRequest, and has the status and headers of the answer",
        source: contentTypes,
        certainty: "inferred",
      },
      text: {
        behaviour: "The action succeeds, and its body is the text",
        source: contentTypes,
        certainty: "inferred",
      },
    },
    default: "fails",
  },
  jsonTypes: {
    question: "What becomes of an answer of a type such as application/problem+json or text/json?",
    alternatives: {
      value: {
        behaviour: "JSON of a type that ends in +json is a value, as of application/json",
        source: contentTypes,
        certainty: "inferred",
      },
      envelope: {
        behaviour: "JSON of a type that ends in +json is wrapped in $content-type and $content",
        source: contentTypes,
        certainty: "inferred",
      },
    },
    default: "value",
  },
  textTypes: {
    question: "What becomes of an answer of a type such as text/html, text/javascript or application/xml?",
    alternatives: {
      text: {
        behaviour: "A body of any type that begins with text/ is a string, as of text/plain",
        source: contentTypes,
        certainty: "inferred",
      },
      envelope: {
        behaviour:
          "A body of a type other than application/json and text/plain is wrapped in $content-type and $content",
        source: contentTypes,
        certainty: "documented",
      },
    },
    default: "text",
  },
  stringOfEnvelope: {
    question: "What does string() make of a body that is wrapped in $content-type and $content?",
    alternatives: {
      json: {
        behaviour: "string() of a wrapped body is the JSON of the wrapper",
        source: `${functionReference}#string`,
        certainty: "documented",
      },
      decoded: {
        behaviour: "string() of a wrapped body is its content",
        source: contentTypes,
        certainty: "inferred",
      },
    },
    default: "json",
  },
  redirects: {
    question: "How does an HTTP action end whose answer is a redirect?",
    alternatives: {
      fails: {
        behaviour: "An answer with a status from 300 to 399 fails the action",
        source: "https://github.com/MicrosoftDocs/azure-docs/issues/40772",
        certainty: "reported",
      },
      succeeds: {
        behaviour: "An answer with a status from 300 to 399 is a success",
        source: "https://learn.microsoft.com/azure/connectors/connectors-native-http",
        certainty: "inferred",
      },
    },
    default: "fails",
  },
  retryAfter: {
    question: "Where does the retry policy wait for a `Retry-After`?",
    alternatives: {
      any: {
        behaviour: "A retry waits for Retry-After in seconds or as a date, after any status that is tried again",
        source: "https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policies",
        certainty: "inferred",
      },
      secondsAfter429: {
        behaviour: "A retry waits for Retry-After in seconds after 429, and for nothing else",
        source: operations,
        certainty: "documented",
      },
    },
    default: "any",
  },
} as const satisfies Readonly<Record<string, Reading>>;
