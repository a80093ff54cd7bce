import { vaultUriParameter } from "../../access";
import type { Leaf, WorkflowDefinition } from "../../definition";
import { secured, workflowDefinition } from "../../definition";
import { secretSchemas } from "../secret-schemas";
import { setSecretByHttp } from "../set-secret-action";
import { refuseName, answerFailure, answerSecretItem } from "./relay-answers";
import { triggerSchema } from "./trigger-schema";

/** Name of the relay's trigger, as the designer gives it. */
export const relayTrigger = "manual";

/** Name of the workflow parameter that lists the names that may be written, in lower case. */
export const allowedSecretNamesParameter = "allowedSecretNames";

const requestedName = "triggerOutputs()['relativePathParameters']['secretName']";

/**
 * The workflow behind the connector: is the name on the list, then Set Secret with the relay's own identity, then an
 * answer without the value. Every refusal and failure is answered, and ends the run Failed so that RunsFailed counts it.
 *
 * Key Vault ignores case in names, and so does the check: the list is in lower case.
 *
 * @param options.identity resource id of a user-assigned identity; @default the system-assigned one
 */
export function relayDefinition(options: { readonly identity?: Leaf | undefined }): WorkflowDefinition {
  return workflowDefinition({
    parameters: {
      [vaultUriParameter]: { type: "String" },
      [allowedSecretNamesParameter]: { type: "Array" },
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
        runAfter: {},
        expression: {
          and: [{ contains: [`@parameters('${allowedSecretNamesParameter}')`, `@toLower(${requestedName})`] }],
        },
        actions: {
          Set_secret: setSecretByHttp({
            secretName: `@{encodeURIComponent(${requestedName})}`,
            parameters: "@triggerBody()",
            identity: options.identity,
            runAfter: {},
            // Its caller tries again, by its own policy: tries of both would multiply. The relay has 120 s to answer.
            retryPolicy: { type: "none" },
            timeout: "PT60S",
          }),
          ...answerSecretItem("Set_secret"),
          ...answerFailure("Set_secret"),
        },
        else: { actions: refuseName() },
      },
    },
  });
}
