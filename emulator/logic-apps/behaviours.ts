import { assumedRefusal, declareBehaviours, documented, refusal, reported, success } from "../provenance";

const learn = "https://learn.microsoft.com/azure";
const endpoint = `${learn}/logic-apps/logic-apps-http-endpoint`;
const request = `${learn}/connectors/connectors-native-reqres`;

/** What Logic Apps answers to a request to a workflow's trigger. */
export const behaviours = declareBehaviours("logic-apps", {
  accepted: success(202, documented("A workflow without a Response action answers 202 at once", request)),
  responded: documented("The first Response action gives the answer: its status, headers and body", request),
  noResponse: refusal(
    502,
    "NoResponse",
    reported(
      "A run that ends without reaching its Response action is answered with 502 NoResponse",
      "https://github.com/dapr-sandbox/dapr-logicapps-extension/issues/65",
    ),
  ),
  responseTimedOut: assumedRefusal(
    504,
    "GatewayTimeout",
    documented("A run that does not respond in time is answered with 504", request),
  ),

  workflowNotFound: assumedRefusal(
    404,
    "WorkflowNotFound",
    documented("A callback URL names a workflow that exists", endpoint),
  ),
  triggerNotFound: assumedRefusal(
    404,
    "WorkflowTriggerNotFound",
    documented("A callback URL names a Request trigger of the workflow", endpoint),
  ),
  apiVersionMissing: refusal(
    400,
    "MissingApiVersionParameter",
    reported(
      "A request without the api-version of the callback URL is refused with MissingApiVersionParameter",
      "https://github.com/Azure/logicapps/issues/624",
    ),
  ),
  twoAuthorizations: refusal(
    401,
    "DirectApiRequestHasMoreThanOneAuthorization",
    reported(
      "A request with both a signature and an Authorization header is refused",
      "https://github.com/fjogeleit/http-request-action/issues/2",
    ),
  ),
  notAuthorized: refusal(
    401,
    "DirectApiAuthorizationRequired",
    reported(
      "A request without the signature of the callback URL is refused with DirectApiAuthorizationRequired",
      "https://github.com/Azure/logicapps/issues/624",
    ),
  ),
  disabled: refusal(
    400,
    "WorkflowTriggerIsNotEnabled",
    reported(
      "A disabled workflow refuses its callers with WorkflowTriggerIsNotEnabled",
      "https://github.com/microsoft/coe-starter-kit/issues/8684",
    ),
  ),
  otherMethod: refusal(
    405,
    "TriggerRequestMethodNotValid",
    reported(
      "A trigger takes one method, POST unless it says otherwise, and refuses others with TriggerRequestMethodNotValid",
      "https://github.com/Azure/logicapps/issues/1441",
    ),
  ),
  otherPath: assumedRefusal(
    404,
    "TriggerRelativePathNotMatched",
    documented("A trigger takes requests to its relative path", endpoint),
  ),
  malformedBody: assumedRefusal(
    400,
    "InvalidRequestContent",
    documented("A body that is declared as JSON is JSON", `${learn}/logic-apps/logic-apps-content-type`),
  ),
  schemaMismatch: refusal(
    400,
    "TriggerInputSchemaMismatch",
    documented("With EnableSchemaValidation, a body that breaks the trigger's schema is answered with 400", request),
  ),
});
