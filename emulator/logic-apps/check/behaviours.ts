import {
  declareBehaviours,
  documented,
  exercise,
  inferred,
  notEmulated,
  reported,
  type Behaviour,
} from "../../provenance";

const learn = "https://learn.microsoft.com/azure";
const language = `${learn}/logic-apps/logic-apps-workflow-definition-language`;
const operations = `${learn}/logic-apps/logic-apps-workflow-actions-triggers`;
const limits = `${learn}/logic-apps/logic-apps-limits-and-config#definition-limits`;
const securing = `${learn}/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view`;
const functions = `${learn}/logic-apps/expression-functions-reference`;
const runAfter = `${learn}/logic-apps/error-exception-handling#manage-the-run-after-behavior`;
const variables = `${learn}/logic-apps/logic-apps-create-variables-store-values`;
const reqres = `${learn}/connectors/connectors-native-reqres`;
const recurrence = `${learn}/connectors/connectors-native-recurrence`;

/** The refusals of a workflow at its deployment. */
export const behaviours = declareBehaviours("logic-apps-check", {
  notServed: notEmulated("Logic Apps has more triggers, actions, functions and properties", operations),
  definitionIsNoObject: documented("A definition is a JSON object", language),

  parameterWithoutValue: documented("A parameter without a defaultValue needs a value at deployment", language),
  parameterWithoutDeclaration: documented(
    "A value is given only to a parameter that the definition declares",
    language,
  ),
  parameterWithoutDefaultValue: documented(
    "A parameter has a defaultValue, which may be empty",
    `${language}#parameters`,
  ),
  unknownParameterType: documented(
    "A parameter is of the type int, float, string, securestring, bool, array, object or secureobject, in any case",
    `${language}#parameters`,
  ),
  parameterValueOfAnotherType: documented("A parameter's value is of the declared type", `${language}#parameters`),
  parameterDeclaredTwice: inferred("Names of parameters differ by more than case", `${language}#parameters`),
  undeclaredParameter: documented("parameters() names a declared parameter", `${functions}#parameters`),

  secureDataNotSupported: documented("Not every operation can hide its inputs or its outputs", securing),
  invalidInterval: documented("A Recurrence's interval is a positive whole number", recurrence),
  invalidStartTime: documented("A Recurrence's startTime is a date and time of ISO 8601 that exists", recurrence),
  concurrencyAndSingleInstance: documented(
    "A trigger has concurrency.runs or the option SingleInstance, and never both",
    `${operations}#sequential-trigger`,
  ),
  responseWithoutRequest: documented("A Response needs a Request trigger", reqres),
  responseWithConcurrency: inferred(
    "A workflow with a synchronous Response has no concurrency.runs",
    `${operations}#change-trigger-concurrency`,
  ),
  unknownVerb: documented("An HTTP method is GET, PUT, POST, PATCH or DELETE", operations),

  missingInput: documented("An action has the inputs that its type requires", operations),
  invalidRetryPolicy: documented(
    "A retry policy is default, none, fixed or exponential, of 1 to 90 retries that are 5 seconds to a day apart",
    `${learn}/logic-apps/error-exception-handling#retry-policies`,
  ),
  invalidTimeout: documented("limit.timeout is a duration of ISO 8601", operations),
  foreachWithoutItems: documented("A Foreach has a list of items", `${operations}#foreach-action`),
  invalidRepetitions: documented(
    "A Foreach runs from 1 to 50 iterations at a time",
    `${learn}/logic-apps/logic-apps-limits-and-config#looping-debatching-limits`,
  ),
  repetitionsAndSequential: documented(
    "A Foreach has concurrency.repetitions or the option Sequential, and never both",
    `${operations}#change-for-each-concurrency`,
  ),
  untilWithoutExpression: documented("An Until has an expression, which is a text", `${operations}#until-action`),
  invalidCount: reported(
    "An Until's limit.count is a positive whole number of at most 5,000",
    "https://nexsoftsys.com/articles/using-do-until-in-power-automate-dynamics-crm.html",
  ),
  invalidCondition: documented(
    "A condition is an expression, or one operator with its operands",
    `${operations}#if-action`,
  ),
  invalidStatusCode: inferred("A Response's status code begins with 2, 4 or 5", reqres),
  invalidRunStatus: documented(
    "A Terminate's runStatus is Cancelled, Failed or Succeeded",
    `${operations}#terminate-action`,
  ),
  endsWithinLoop: documented("Terminate and Response stand outside of loops", `${operations}#terminate-action`),

  variableInitializedWithin: documented("InitializeVariable stands at the top level", variables),
  variableOfUnknownType: documented(
    "A variable is of the type array, boolean, float, integer, object or string",
    variables,
  ),
  variableInitializedTwice: inferred("Names of variables differ by more than case", variables),
  variableNeverInitialized: documented("A variable is initialized before anything uses it", variables),

  nameUsedTwice: inferred("Names of actions are unique in the whole definition, ignoring case", language),
  nameTooLong: documented("The name of an action or a trigger has at most 80 characters", limits),
  descriptionTooLong: documented("A description has at most 256 characters", limits),
  tooManyActions: documented("A workflow has at most 500 actions", limits),
  nestedTooDeep: documented("Actions nest at most 8 deep", limits),
  tooManyParameters: documented("A workflow has at most 50 parameters", limits),
  tooManyVariables: documented("A workflow has at most 250 variables", limits),
  tooManyOutputs: documented("A workflow has at most 10 outputs", limits),
  tooManyCases: documented("A Switch has at most 25 cases", limits),
  expressionTooLong: documented("An expression has at most 8,192 characters", limits),

  runAfterIsNoObject: documented("runAfter is an object of lists of statuses, by action", runAfter),
  runAfterStrangers: reported(
    "An action runs after actions of its own set",
    "https://github.com/Azure/Azure-Sentinel/issues/887",
  ),
  runAfterWithoutStatus: documented("runAfter names at least one status for each action", runAfter),
  unknownRunAfterStatus: documented("A run-after status is Succeeded, Failed, Skipped or TimedOut", runAfter),
  runAfterCycle: inferred("No action runs after itself, by whatever detour", runAfter),

  invalidExpression: reported(
    "Every expression in a definition parses",
    "https://github.com/Azure/LogicAppsUX/issues/1932",
  ),
  wrongArgumentCount: documented("A function is called with as many arguments as it takes", functions),
  unknownAction: documented("An expression names actions of the definition", `${functions}#actions`),
  actionNotBefore: inferred("An expression refers to actions that its own runs after", `${functions}#actions`),
  actionInTrigger: inferred("A trigger's expressions refer to no action", `${functions}#trigger`),
  actionOfForeach: {
    ...reported(
      "Behind a For each, an expression reads the outputs of an action in it as a list, without result() too",
      "https://virallegend.co.uk/post/how-can-i-merge-the-outputs-from-a-for-each-loop-in-an",
    ),
    notEmulated: true,
  },
  notInLoop: reported(
    "items() names a For each around its action, and iterationIndexes() an Until",
    "https://github.com/MicrosoftDocs/azure-docs/issues/114231",
  ),
  resultOfNoScope: documented("result() takes the name of a scoped action", `${functions}#result`),
});

/** Words a problem that a record causes; no problem of the check is made without one. */
export function problem(record: Behaviour, text: string): string {
  exercise(record);
  return text;
}
