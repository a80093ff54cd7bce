import { vaultUriParameter, type AzureCaller } from "../../access";
import type { WorkflowDefinition } from "../../definition";
import { secured, workflowDefinition } from "../../definition";
import { secretSchemas } from "../operation/secret-schemas";
import { setSecretByHttp } from "../operation/set-secret-action";
import { rejectName, respondWithFailure, respondWithSecretItem } from "./relay-responses";
import { triggerSchema } from "./trigger-schema";

/** Name of the relay's trigger: the designer's own default. */
export const relayTrigger = "manual";

/** Name of the workflow parameter that lists the names that may be written, in lower case. */
export const allowedSecretNamesParameter = "allowedSecretNames";

/** Name of the action that calls Key Vault. */
export const setSecretAction = "Set_secret";

const requestedName = "triggerOutputs()['relativePathParameters']['secretName']";

/**
 * The workflow behind the connector: checks that the name is on the list, sets the secret with the relay's own identity,
 * and responds without the value. Every rejection and failure has a response, and ends the run Failed so that RunsFailed
 * counts it.
 *
 * Key Vault ignores case in names, and so does the check: the list is in lower case.
 */
export function relayDefinition({ identity, cloud }: AzureCaller): WorkflowDefinition {
  return workflowDefinition({
    parameters: {
      [vaultUriParameter]: { type: "String", defaultValue: "" },
      [allowedSecretNamesParameter]: { type: "Array", defaultValue: [] },
    },
    triggers: {
      [relayTrigger]: {
        type: "Request",
        kind: "Http",
        inputs: {
          method: "PUT",
          relativePath: "secrets/{secretName}",
          schema: triggerSchema(secretSchemas.SecretSetParameters),
        },
        operationOptions: "EnableSchemaValidation",
        runtimeConfiguration: secured,
      },
    },
    actions: {
      Name_is_allowed: {
        type: "If",
        description: `Decides whether the name is in the list ${allowedSecretNamesParameter}.`,
        runAfter: {},
        expression: {
          and: [{ contains: [`@parameters('${allowedSecretNamesParameter}')`, `@toLower(${requestedName})`] }],
        },
        actions: {
          [setSecretAction]: setSecretByHttp({
            description: "Sets the secret with the identity of this workflow. Run history does not show it.",
            secretName: `@{encodeURIComponent(${requestedName})}`,
            parameters: "@triggerBody()",
            identity,
            cloud,
            runAfter: {},
            // The caller retries by its own policy; retries of both would multiply. The relay has 120 s to respond.
            retryPolicy: { type: "none" },
            requestTimeout: "PT60S",
            timeout: "PT90S",
          }),
          ...respondWithSecretItem(setSecretAction),
          ...respondWithFailure(setSecretAction),
        },
        else: { actions: rejectName() },
      },
    },
  });
}
