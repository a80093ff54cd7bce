import { documented, inferred, reported } from "./behaviour";
import type { Reading } from "./reading";

const definitionLanguage = "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language";
const functionReference = "https://learn.microsoft.com/azure/logic-apps/expression-functions-reference";

/** Questions about the expressions and the parameters of a definition. */
export const expressionReadings = {
  nameComparison: {
    question:
      "Does a name of an action, a parameter or a variable count in another letter case than it was declared in?",
    alternatives: {
      ignoreCase: inferred(
        "runAfter, actions(), parameters() and variables() find names in any letter case",
        definitionLanguage,
      ),
      exact: inferred(
        "runAfter, actions(), parameters() and variables() find names only as they were declared",
        definitionLanguage,
      ),
    },
    default: "ignoreCase",
  },
  parameterWithoutDefault: {
    question: "Does a definition deploy with a parameter that has a value and no defaultValue?",
    alternatives: {
      deploys: inferred(
        "A parameter that the resource gives a value needs no defaultValue",
        "https://learn.microsoft.com/azure/logic-apps/logic-apps-azure-resource-manager-templates-overview",
      ),
      refused: documented(
        "Every parameter of a definition needs a defaultValue, which may be empty",
        `${definitionLanguage}#parameters`,
      ),
    },
    default: "deploys",
  },
  intOfFloat: {
    question: "What does int() make of a Float?",
    alternatives: {
      throws: reported(
        "int() of a Float fails the action, as of 3599.0",
        "https://thorprojects.com/blog/2019/09/10/microsoft-flow-and-azure-logic-apps-math-and-if-function-workarounds/",
      ),
      truncates: inferred("int() of a Float drops the fraction", `${functionReference}#int`),
    },
    default: "throws",
  },
  ifBranches: {
    question: "Does if() evaluate the argument that it does not return?",
    alternatives: {
      both: reported(
        "if() evaluates all its arguments, and an error in any fails the action",
        "https://blog.kloud.com.au/2017/10/17/azure-logic-app-evaluating-if-condition-with-the-help-of-json-expression-by-passing-null",
      ),
      one: inferred(
        "if() evaluates its condition, and then only the argument that it returns",
        `${functionReference}#if`,
      ),
    },
    default: "both",
  },
  skippedAction: {
    question: "What do actions(), outputs() and body() give of an action that was skipped?",
    alternatives: {
      withoutOutputs: inferred(
        "actions() gives the status Skipped of a skipped action, and its outputs are null",
        `${functionReference}#actions`,
      ),
      outputsFail: inferred(
        "actions() gives the status Skipped of a skipped action, and reading its outputs fails the action that does",
        `${functionReference}#outputs`,
      ),
    },
    default: "withoutOutputs",
  },
} as const satisfies Readonly<Record<string, Reading>>;
