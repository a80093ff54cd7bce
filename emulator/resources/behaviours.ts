import { assumedRefusal, declareBehaviours, documented, notEmulated, refusal, reported, success } from "../provenance";

const learn = "https://learn.microsoft.com";
const errors = `${learn}/azure/azure-resource-manager/troubleshooting/common-deployment-errors`;
const asynchronous = `${learn}/azure/azure-resource-manager/management/async-operations`;

/** What Azure Resource Manager answers, whatever the resource type. */
export const behaviours = declareBehaviours("resource-manager", {
  read: success(200, documented("A GET of something that exists answers 200", asynchronous)),
  updated: success(200, documented("A PUT of a resource that exists answers 200", asynchronous)),
  created: success(201, documented("A PUT of a new resource answers 201", asynchronous)),
  deleted: success(200, documented("A DELETE that is complete answers 200", asynchronous)),
  deletedNothing: success(
    204,
    documented("A DELETE of what does not exist answers 204", `${learn}/rest/api/keyvault/keyvault/vaults/delete`),
  ),
  accepted: success(
    202,
    documented(
      "A request that goes on in the background answers 202, with the URL of its result and Retry-After",
      asynchronous,
    ),
  ),
  cloudMetadata: success(
    200,
    reported(
      "GET /metadata/endpoints tells anybody the cloud's endpoints",
      "https://github.com/hashicorp/go-azure-sdk/blob/main/sdk/internal/metadata/client.go",
    ),
  ),

  tokenMissing: refusal(
    401,
    "AuthenticationFailed",
    reported(
      "A request without a token is refused with AuthenticationFailed",
      "https://github.com/hashicorp/terraform-provider-azurerm/issues/3612",
    ),
  ),
  tokenNotAccepted: refusal(
    401,
    "InvalidAuthenticationToken",
    reported(
      "A token that is not valid for Azure Resource Manager is refused with InvalidAuthenticationToken",
      "https://github.com/Azure/azure-sdk-for-java/issues/1714",
    ),
  ),
  authorizationFailed: refusal(
    403,
    "AuthorizationFailed",
    documented("A caller whom no role permits the action is refused with AuthorizationFailed", errors),
  ),
  malformedBody: refusal(
    400,
    "InvalidRequestContent",
    documented(
      "A body that is not the JSON object that the request takes is refused with InvalidRequestContent",
      errors,
    ),
  ),
  apiVersionMissing: refusal(
    400,
    "MissingApiVersionParameter",
    documented("Every request names an api-version", `${learn}/rest/api/azure/`),
  ),
  apiVersionMalformed: refusal(
    400,
    "InvalidApiVersionParameter",
    reported(
      "An api-version that is not one is refused with InvalidApiVersionParameter",
      "https://github.com/hashicorp/vault-plugin-secrets-azure/issues/13",
    ),
  ),
  apiVersionNotServed: refusal(
    400,
    "NoRegisteredProviderFound",
    documented(
      "An api-version that a resource type does not have is refused with NoRegisteredProviderFound",
      `${learn}/azure/azure-resource-manager/troubleshooting/error-register-resource-provider`,
    ),
  ),
  metadataVersionNotServed: refusal(
    400,
    "InvalidApiVersionParameter",
    notEmulated(
      "The cloud metadata has more API versions",
      "https://github.com/hashicorp/go-azure-sdk/blob/main/sdk/internal/metadata/client.go",
    ),
  ),
  parameterNotServed: refusal(
    501,
    "ParameterNotServed",
    notEmulated(
      "Operations have query parameters such as $filter and $expand",
      `${learn}/rest/api/logic/workflow-runs/list`,
    ),
  ),
  methodNotServed: refusal(
    405,
    "MethodNotAllowed",
    notEmulated("Resources also answer PATCH", `${learn}/rest/api/keyvault/keyvault/vaults/update`),
  ),
  typeNotServed: refusal(
    404,
    "InvalidResourceType",
    notEmulated("Azure has more resource types", `${learn}/azure/templates/`),
  ),
  invalidResourceId: assumedRefusal(
    404,
    "InvalidResourceId",
    documented(
      "A resource's path is /subscriptions/{id}/resourceGroups/{name}/providers/{namespace}/{type}/{name}",
      `${learn}/rest/api/resources/resources/get-by-id`,
    ),
  ),
  subscriptionNotFound: refusal(
    404,
    "SubscriptionNotFound",
    documented("A subscription that the caller cannot reach is refused with SubscriptionNotFound", errors),
  ),
  resourceGroupNotFound: refusal(
    404,
    "ResourceGroupNotFound",
    documented("A resource group that does not exist is refused with ResourceGroupNotFound", errors),
  ),
  resourceNotFound: refusal(
    404,
    "ResourceNotFound",
    documented("A resource that does not exist, or that another one names, is refused with ResourceNotFound", errors),
  ),
  parentNotFound: refusal(
    404,
    "ParentResourceNotFound",
    documented(
      "A resource inside another one that does not exist is refused with ParentResourceNotFound",
      `${learn}/azure/azure-resource-manager/troubleshooting/error-parent-resource`,
    ),
  ),
  locationRequired: refusal(
    400,
    "LocationRequired",
    documented("A resource that has a location is refused without one: LocationRequired", errors),
  ),
  otherLocation: refusal(
    409,
    "InvalidResourceLocation",
    reported(
      "A write of a resource that exists with another location is refused with InvalidResourceLocation",
      "https://github.com/MicrosoftDocs/azure-docs/issues/70422",
    ),
  ),
  otherGroupLocation: refusal(
    409,
    "InvalidResourceGroupLocation",
    reported(
      "A write of a resource group that exists with another location is refused with InvalidResourceGroupLocation",
      "https://github.com/Azure/azure-cli/issues/22242",
    ),
  ),
  writeInProgress: refusal(
    409,
    "ConflictError",
    documented(
      "A write of a vault while another one is in progress is refused with ConflictError",
      `${learn}/azure/key-vault/general/common-error-codes`,
    ),
  ),
  wrongAlertLocation: refusal(
    400,
    "LocationNotAvailableForResourceType",
    reported(
      "A metric alert is in the location global, a log alert in a region",
      "https://github.com/MicrosoftDocs/azure-docs/issues/61594",
    ),
  ),
});
