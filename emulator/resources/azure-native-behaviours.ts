import { declareBehaviours, defaultValue, documented, inferred, notEmulated, seen } from "../provenance";

const repository = "https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg";
const provider = `${repository}/provider/provider.go`;
const diff = `${repository}/provider/diff.go`;
const client = `${repository}/azure/client_azcore.go`;
const accessPolicy = `${repository}/resources/customresources/custom_keyvault_accesspolicy.go`;
const sdk = "https://github.com/pulumi/pulumi-azure-native/blob/master/sdk/nodejs";
const registry = "https://www.pulumi.com/registry/packages/azure-native/api-docs/";

/** What Pulumi's provider azure-native does by itself, before and after its requests to Azure Resource Manager. */
export const azureNativeBehaviours = declareBehaviours("azure-native", {
  requiredMissing: seen("The check fails for each required property that is not there", provider),
  patternBroken: seen("The check fails for a text that does not match the pattern in ARM's specification", provider),
  nameGenerated: seen("A resource without a name is named as in the program, with 8 hexadecimal digits", provider),
  uuidGenerated: seen("Role assignments and role definitions without a name are named by a UUID", provider),
  nameKept: seen("A resource without a name keeps that of the last deployment", provider),
  nameRemembered: seen("A generated name is marked in the inputs, so that a replacement can come first", provider),
  locationKept: seen("A resource without a location keeps that of the last deployment", provider),
  locationConfigured: seen("A new resource without a location has the configured one", provider),
  locationOfGroup: seen("Without a configured location, a resource is where its resource group is", provider),
  versionFilledIn: seen("The inputs get azureApiVersion, with the version that is sent", provider),
  vaultDefaults: defaultValue(
    {
      enableRbacAuthorization: false,
      enableSoftDelete: true,
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      publicNetworkAccess: "enabled",
      softDeleteRetentionInDays: 90,
    },
    seen("The properties of a vault have these defaults", `${sdk}/types/input.ts`),
  ),
  principalType: defaultValue(
    "User",
    seen("A role assignment is for a user unless it says otherwise", `${sdk}/authorization/roleAssignment.ts`),
  ),
  unknownDropped: seen(
    "A property that the schema does not have is not sent, without a word",
    `${repository}/convert/sdkInputsToRequestBody.go`,
  ),
  alreadyExists: seen("A creation fails where a GET finds the resource", client),
  adopted: seen("A resource that Azure makes together with its parent is adopted by its creation", client),
  refusedByArm: seen("A refusal of Azure Resource Manager is reported with its status, code and message", client),
  policyMissing: seen("The update of an access policy fails where there is none", accessPolicy),
  policyNotWritten: seen("The write of an access policy fails where a GET does not find it afterwards", accessPolicy),
  nothingToRead: documented(
    "A resource that is read by its ID, and is not there, fails the deployment",
    "https://www.pulumi.com/docs/iac/concepts/resources/get/",
  ),
  deletedAlready: seen("A deletion succeeds where Azure Resource Manager has no such resource", client),
  deletionAwaited: seen("A deletion that is answered with 202 is followed to its end", client),
  leavesCompared: seen("Inputs are compared leaf by leaf, without those whose names begin with two underscores", diff),
  pathReplaces: seen(
    "A change of a path parameter, or of a property that is marked forceNew, replaces the resource",
    diff,
  ),
  deletedFirst: seen("A replacement deletes the old resource first, unless its name was generated", provider),
  locationNormalised: seen("Locations are compared without case and spaces", diff),
  groupNameNormalised: inferred("Names of resource groups are compared without case", diff),
  filledInIsKept: inferred("An input that says what Azure had filled in replaces nothing", diff),
  previewUnknown: seen(
    "At preview, an output that no input sets is unknown",
    `${repository}/convert/previewOutputs.go`,
  ),
  nameKnownAtPreview: seen("At the preview of an update, name and location stay known", provider),
  goneIsDropped: seen("A refresh drops a resource that Azure Resource Manager does not have", provider),
  driftTaken: seen("A refresh takes what differs between old and new outputs into the inputs", diff),
  clientConfig: seen(
    "getClientConfig answers the deployer's IDs without a request",
    `${repository}/provider/auth_getclientconfig.go`,
  ),
  otherTypes: notEmulated("azure-native has many more resource types", registry),
  otherOperations: notEmulated(
    "A provider also answers Pulumi's engine with its schema, and with methods, components and mappings",
    "https://github.com/pulumi/pulumi/blob/master/proto/pulumi/provider.proto",
  ),
  otherFunctions: notEmulated("azure-native has many more functions", registry),
});
