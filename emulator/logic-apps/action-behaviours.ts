import { clouds } from "../../azure";
import {
  assumedFailure,
  declareBehaviours,
  defaultValue,
  documented,
  failure,
  inferred,
  notEmulated,
  reported,
} from "../provenance";

const learn = "https://learn.microsoft.com/azure";
const operations = `${learn}/logic-apps/logic-apps-workflow-actions-triggers`;
const http = `${learn}/connectors/connectors-native-http`;
const request = `${learn}/connectors/connectors-native-reqres`;
const failures = `${learn}/logic-apps/error-exception-handling`;
const limitsPage = `${learn}/logic-apps/logic-apps-limits-and-config`;
const limits = `${limitsPage}#http-limits`;
const contents = `${learn}/logic-apps/logic-apps-content-type`;
const managedIdentity = `${learn}/logic-apps/authenticate-with-managed-identity`;
const loops = `${learn}/logic-apps/logic-apps-control-flow-loops`;
const functions = `${learn}/logic-apps/expression-functions-reference`;

/** How actions and runs of a workflow end, and what they do where a definition says nothing. */
export const actionBehaviours = declareBehaviours("logic-apps-action", {
  succeeded: documented("An action that does its work ends Succeeded", failures),
  skipped: assumedFailure(
    "ActionSkipped",
    documented("An action whose run-after conditions are not met ends Skipped", failures),
  ),
  scopeFailed: assumedFailure(
    "ActionFailed",
    documented("A scope or a condition ends Failed when a branch in it ends in failure", failures),
  ),
  runFailed: assumedFailure(
    "ActionFailed",
    documented("A run ends Failed when a branch ends in an action that failed and that nothing handles", failures),
  ),
  cancelled: assumedFailure(
    "ActionCancelled",
    documented(
      "A Terminate action ends the run at once, and cancels actions in progress",
      `${operations}#terminate-action`,
    ),
  ),
  terminated: documented(
    "A run that a Terminate action ends has the status, code and message that it says",
    `${operations}#terminate-action`,
  ),
  wrongRunStatus: assumedFailure(
    "InvalidTemplate",
    documented("A Terminate's runStatus is Cancelled, Failed or Succeeded", `${operations}#terminate-action`),
  ),
  expressionFailed: failure(
    "InvalidTemplate",
    reported(
      "An action with an expression that cannot be evaluated fails with InvalidTemplate",
      "https://github.com/microsoft/powercat-business-approvals-kit/issues/280",
    ),
  ),
  untilCount: defaultValue(
    60,
    documented("An Until has at most 60 iterations, unless its limit.count says otherwise", loops),
  ),
  untilTimeoutMilliseconds: defaultValue(
    3_600_000,
    documented(
      "An Until begins no iteration after an hour, unless its limit.timeout says otherwise; the one under way goes on",
      `${loops}#prevent-endless-loops`,
    ),
  ),
  untilLimitReached: documented(
    "An Until that reaches its limit ends Succeeded, unless FailWhenLimitsReached is set",
    `${loops}#until-loop`,
  ),
  untilLimitFailed: assumedFailure(
    "ActionTimedOut",
    documented("With FailWhenLimitsReached, an Until that reaches its limit ends in failure", `${loops}#until-loop`),
  ),
  untilRead: reported(
    "Behind an Until, an expression reads its actions as its last iteration left them",
    "https://github.com/Azure/logicapps/issues/1271",
  ),
  foreachNotArray: assumedFailure(
    "ExpressionEvaluationFailed",
    documented("A For each takes an array", `${loops}#for-each`),
  ),
  foreachItems: defaultValue(
    100_000,
    documented("A For each takes up to 100,000 items", `${limitsPage}#looping-debatching-limits`),
  ),
  tooManyItems: assumedFailure(
    "InvalidTemplate",
    documented("A For each with more items than the limit fails", `${limitsPage}#looping-debatching-limits`),
  ),
  foreachConcurrency: defaultValue(
    20,
    documented(
      "Up to 20 iterations of a For each run at a time, unless concurrency.repetitions says otherwise",
      `${limitsPage}#looping-debatching-limits`,
    ),
  ),
  nestedForeach: documented("The iterations of a For each within another run one at a time", `${loops}#for-each`),
  resultOfForeach: documented(
    "result() of a For each has an item for each action directly in it, whose outputs are its results by iteration",
    `${functions}#result`,
  ),
  itemOutsideLoop: documented("item() and items() are used within a loop only", `${functions}#item`),
  parameterNotFound: documented("parameters() gives the value of a parameter that has one", `${functions}#parameters`),
  actionNotEnded: documented("An expression reads the results of actions that have ended", `${functions}#actions`),
  outputsOfSkipped: inferred("A skipped action has no outputs to read", `${functions}#outputs`),
  variableNotInitialized: documented(
    "variables() gives the value of an initialized variable",
    `${functions}#variables`,
  ),
  conditionNotBoolean: documented("A condition is true or false", `${operations}#if-action`),
  itemsNotArray: assumedFailure(
    "InvalidTemplate",
    documented("Select and Query take an array", `${learn}/logic-apps/logic-apps-perform-data-operations`),
  ),
  setBeforeInitialize: assumedFailure(
    "InvalidTemplate",
    documented(
      "SetVariable changes a variable that is initialized",
      `${learn}/logic-apps/logic-apps-create-variables-store-values`,
    ),
  ),
  invalidWait: assumedFailure(
    "InvalidTemplate",
    documented("A Wait has an interval of a count and a unit, or a timestamp", `${operations}#wait-action`),
  ),

  responded: documented("The first Response action answers the caller", request),
  responseTimeoutMilliseconds: defaultValue(
    120_000,
    documented("A caller waits up to 120 seconds for a Response", limits),
  ),
  responseTimedOut: assumedFailure(
    "ActionResponseTimedOut",
    documented("A Response after the time limit fails", request),
  ),
  responseSkipped: assumedFailure(
    "ActionResponseSkipped",
    documented("A Response without a waiting caller ends Skipped", request),
  ),
  invalidStatusCode: assumedFailure("InvalidStatusCode", documented("A Response has a status code of HTTP", request)),

  invalidJson: assumedFailure(
    "InvalidJson",
    documented("Parse JSON fails on a text that is not JSON", `${operations}#parse-json-action`),
  ),
  schemaMismatch: assumedFailure(
    "SchemaValidationFailed",
    documented("Parse JSON fails on a value that breaks its schema", `${operations}#parse-json-action`),
  ),

  requestTimeoutMilliseconds: defaultValue(
    120_000,
    documented("An outbound request has 120 seconds, unless requestOptions say otherwise", limits),
  ),
  requestTimedOut: assumedFailure(
    "ActionTimedOut",
    documented("An action whose request exceeds its time limit ends TimedOut", failures),
  ),
  actionTimedOut: failure(
    "ActionTimedOut",
    documented("An action that exceeds its limit.timeout ends with ActionTimedOut", operations),
  ),
  hostNotFound: assumedFailure(
    "NameResolutionFailure",
    inferred("A host that does not resolve fails the action", http),
  ),
  connectionFailed: assumedFailure(
    "ConnectionFailure",
    documented("A connection that fails is retried, and then fails the action", failures),
  ),
  requestSucceeded: documented(
    "An answer of success ends the action Succeeded, with .NET's name of its status as code",
    http,
  ),
  requestFailed: documented("An answer of 400 or more fails the action, with .NET's name of its status as code", http),
  malformedAnswer: failure(
    "BadRequest",
    documented("An answer of application/json that does not parse fails the action", contents),
  ),
  retries: defaultValue(
    4,
    documented("Without a policy, a request is sent again up to 4 times", `${failures}#retry-policies`),
  ),
  retryIntervalMilliseconds: defaultValue(
    7_500,
    documented(
      "Without a policy, the interval before a retry grows in steps of 7.5 seconds",
      `${failures}#retry-policies`,
    ),
  ),
  longestRetryIntervalMilliseconds: defaultValue(
    45_000,
    documented("Without a policy, the interval before a retry is at most 45 seconds", `${failures}#retry-policies`),
  ),
  retried: documented("408, 429, 5xx and failed connections are retried", `${failures}#retry-policies`),
  retryAfter: documented("A Retry-After that is longer than the policy's interval is waited for", http),
  audience: defaultValue(
    `${clouds.public.resourceManager}/`,
    documented(
      "A managed identity's token is for Azure Resource Manager, unless the action names an audience",
      managedIdentity,
    ),
  ),
  audienceOfCloud: inferred(
    "In another cloud, a managed identity's token is for that cloud's Azure Resource Manager, unless the action names an audience",
    managedIdentity,
  ),
  identityMissing: assumedFailure(
    "WorkflowManagedIdentityConfigurationInvalid",
    documented("An action uses an identity that its workflow has", managedIdentity),
  ),
  httpNotServed: failure("BadRequest", notEmulated("HTTP actions call http URLs too", http)),
  asyncPatternNotServed: failure(
    "AsyncPatternNotServed",
    notEmulated("An action polls after 202 with a location, unless DisableAsyncPattern is set", http),
  ),
  workflowHeaders: documented(
    "A request carries x-ms-workflow headers, unless SuppressWorkflowHeaders is set",
    operations,
  ),

  jsonBody: documented("A body of application/json is a value", contents),
  textBody: documented("A body of text/plain is a text", contents),
  otherBody: documented("A body of another type is an object of $content-type and $content, in base64", contents),
  formBody: documented("A form is an object of $content-type, $content and $formdata", contents),

  connectionNotFound: assumedFailure(
    "ApiConnectionNotFound",
    documented("An ApiConnection action names a connection that exists", `${operations}#apiconnection-action`),
  ),
  operationNotFound: assumedFailure(
    "NotFound",
    documented(
      "A connector has the operations of its document",
      "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
    ),
  ),
});
