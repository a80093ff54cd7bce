import { brandColour } from "../../connector-icon";
import type { RelayAddress } from "../../operation/bind-to-relay";
import { relayQueries, setSecretOperationId } from "../../operation/set-secret-document";

/**
 * The content of `apiProperties.json`: what Power Platform keeps besides the document.
 *
 * The constants of the relay's address are policies, so that an action does not depend on what a designer writes. There
 * is no `stackOwner`, with which paconn cannot update a connector.
 * https://learn.microsoft.com/connectors/custom-connectors/paconn-cli
 */
export function apiProperties({ queries }: RelayAddress<string>): object {
  return {
    properties: {
      iconBrandColor: brandColour,
      capabilities: ["actions"],
      connectionParameters: {
        api_key: {
          type: "securestring",
          uiDefinition: {
            displayName: "Relay key",
            description:
              "The key of the relay Logic App. It lets its holder write every secret on the connector's list.",
            tooltip: "The owner of the stack has it: its output relayKey.",
            constraints: { clearText: false, required: "true", tabIndex: 2 },
          },
        },
      },
      policyTemplateInstances: relayQueries.map((name) => ({
        templateId: "setqueryparameter",
        title: `Constant ${name} of the relay's address`,
        parameters: {
          "x-ms-apimTemplateParameter.name": name,
          "x-ms-apimTemplateParameter.value": queries[name],
          "x-ms-apimTemplateParameter.existsAction": "override",
          "x-ms-apimTemplate-operationName": [setSecretOperationId],
        },
      })),
    },
  };
}
