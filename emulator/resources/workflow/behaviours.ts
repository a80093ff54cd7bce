import {
  assumedRefusal,
  declareBehaviours,
  defaultValue,
  documented,
  refusal,
  reported,
  success,
} from "../../provenance";

const rest = "https://learn.microsoft.com/rest/api/logic";

/** What Azure Resource Manager answers for workflows, their triggers and their runs. */
export const behaviours = declareBehaviours("workflow", {
  state: defaultValue(
    "Enabled",
    documented("A workflow is enabled, unless its state says otherwise", `${rest}/workflows/create-or-update`),
  ),
  callbackUrl: success(
    200,
    documented(
      "listCallbackUrl answers the URL of a Request trigger, with its queries",
      `${rest}/workflow-triggers/list-callback-url`,
    ),
  ),
  triggerRun: success(202, documented("Running a trigger answers 202", `${rest}/workflow-triggers/run`)),
  runs: success(200, documented("Runs are listed, $top of them at most", `${rest}/workflow-runs/list`)),
  filteredRuns: success(
    200,
    documented("$filter lists the runs that started at some time", `${rest}/workflow-runs/list`),
  ),
  refused: refusal(
    400,
    "InvalidTemplate",
    reported(
      "A definition that Logic Apps refuses is answered with InvalidTemplate",
      "https://github.com/Azure/Azure-Sentinel/issues/887",
    ),
  ),
  unknownIdentityType: assumedRefusal(
    400,
    "InvalidIdentityType",
    documented("A workflow's identity is SystemAssigned or UserAssigned", `${rest}/workflows/create-or-update`),
  ),
  identityNotFound: assumedRefusal(
    400,
    "FailedIdentityOperation",
    documented(
      "A user-assigned identity exists before a workflow is given it",
      "https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity",
    ),
  ),
  notFound: assumedRefusal(
    404,
    "WorkflowNotFound",
    documented("A workflow that does not exist is not found", `${rest}/workflows/get`),
  ),
  triggerNotFound: assumedRefusal(
    404,
    "WorkflowTriggerNotFound",
    documented("A trigger that a workflow does not have is not found", `${rest}/workflow-triggers/get`),
  ),
  runNotFound: assumedRefusal(
    404,
    "WorkflowRunNotFound",
    documented("A run that a workflow does not have is not found", `${rest}/workflow-runs/get`),
  ),
  notRunnable: assumedRefusal(
    400,
    "BadRequest",
    reported(
      "A trigger that takes no calls has no callback URL, and a disabled workflow does not run",
      "https://github.com/Azure/logicapps/issues/895",
    ),
  ),
  invalidTop: assumedRefusal(
    400,
    "BadRequest",
    documented("$top is a positive whole number", `${rest}/workflow-runs/list`),
  ),
  invalidFilter: refusal(
    400,
    "InvalidQueryFilter",
    reported(
      "A filter by the start has a word such as ge, and a time without quotation marks",
      "https://github.com/pnp/cli-microsoft365/issues/4388",
    ),
  ),
});
