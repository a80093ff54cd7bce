import { assumedRefusal, declareBehaviours, documented, reported } from "../../provenance";

const learn = "https://learn.microsoft.com/connectors/custom-connectors";

/** What Azure Resource Manager answers for custom connectors. */
export const behaviours = declareBehaviours("custom-connector", {
  documentMissing: assumedRefusal(
    400,
    "InvalidApiDefinition",
    documented("A custom connector has an OpenAPI document", `${learn}/define-openapi-definition`),
  ),
  otherOpenApiVersion: assumedRefusal(
    400,
    "InvalidApiDefinition",
    documented("The document is of OpenAPI 2.0, and of no later version", `${learn}/define-openapi-definition`),
  ),
  documentTooLarge: assumedRefusal(
    400,
    "ApiDefinitionTooLarge",
    documented("The document is smaller than 1 MB", `${learn}/define-openapi-definition`),
  ),
  backendMissing: assumedRefusal(
    400,
    "InvalidBackendService",
    reported(
      "backendService.serviceUrl is the URL that a connector calls, whatever the document's host",
      "https://github.com/MicrosoftDocs/azure-docs/issues/35440",
    ),
  ),
});
