/** Azure's clouds, by the names that the provider azure-native has for them. */
export const cloudNames = ["public", "usgovernment", "china"] as const;

/** Name of one of Azure's clouds. */
export type CloudName = (typeof cloudNames)[number];

/**
 * Hosts, addresses and audiences of one of Azure's clouds. Hosts and suffixes have no period at their start; addresses and
 * audiences no slash at their end.
 */
export interface Cloud {
  readonly name: CloudName;
  /** As a sentence names it. */
  readonly title: string;
  /** As the Azure CLI (`az cloud set --name`) and the metadata of Azure Resource Manager name it. */
  readonly cliName: string;
  /** Other names, in lower case, that azure-native takes. */
  readonly otherNames: readonly string[];
  /** Address of Azure Resource Manager, and the audience of its tokens. */
  readonly resourceManager: string;
  /** The audience that tokens for Azure Resource Manager had first; it still takes them. */
  readonly serviceManagement: string;
  /** Host of Microsoft Entra ID's endpoints, as Microsoft's clients have it. */
  readonly loginHost: string;
  /** Other hosts of the same endpoints. */
  readonly otherLoginHosts: readonly string[];
  readonly graph: string;
  readonly portal: string;
  /** Suffix of vaults' hosts. */
  readonly vaultSuffix: string;
  /** Audience of tokens for vaults. Key Vault answers 401 where it ends in a slash. */
  readonly vaultAudience: string;
  /** Suffix of the hosts of Logic Apps' callback URLs. */
  readonly workflowSuffix: string;
  /** Suffix of the hosts of Service Bus namespaces; Event Hubs and Azure Relay have the same. */
  readonly serviceBusSuffix: string;
  readonly serviceBusAudience: string;
  /** Audiences that documents and other tables name in place of it. */
  readonly otherServiceBusAudiences: readonly string[];
  /** Suffix of storage accounts' hosts, behind that of their service. */
  readonly storageSuffix: string;
  /** Start of its locations' names, in lower case without blanks. @default that of no other cloud's */
  readonly locations?: RegExp;
  readonly exampleLocation: string;
}

/**
 * Audience of tokens for Service Bus in every cloud: Microsoft's clients have no other, and their tests run in all three.
 *
 * https://github.com/Azure/go-autorest/blob/main/autorest/azure/environments.go (`ServiceBus`),
 * https://github.com/Azure/azure-sdk-for-js/pull/20248, https://github.com/Azure/azure-sdk-for-net/pull/19257
 */
const serviceBusAudience = "https://servicebus.azure.net";

/**
 * The clouds. Where a line has no source of its own: https://github.com/Azure/go-autorest/blob/main/autorest/azure/environments.go
 *
 * - `otherNames`, `cliName`: https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/azure/cloud/cloud.go
 * - `loginHost`: `AzureAuthorityHosts` of https://www.npmjs.com/package/@azure/identity; `otherLoginHosts`:
 *   https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 * - `graph`: https://learn.microsoft.com/graph/deployments
 * - `resourceManager`, `vaultAudience`: https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/services-id-authentication-support
 * - `vaultSuffix`: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates
 * - `workflowSuffix`: https://learn.microsoft.com/power-automate/ip-address-configuration
 * - `portal`: https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure,
 *   https://docs.azure.cn/en-us/ai-services/translator/sovereign-clouds
 */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    name: "public",
    title: "Azure's public cloud",
    cliName: "AzureCloud",
    otherNames: ["azurecloud"],
    resourceManager: "https://management.azure.com",
    serviceManagement: "https://management.core.windows.net",
    loginHost: "login.microsoftonline.com",
    otherLoginHosts: [],
    graph: "https://graph.microsoft.com",
    portal: "https://portal.azure.com",
    vaultSuffix: "vault.azure.net",
    vaultAudience: "https://vault.azure.net",
    workflowSuffix: "logic.azure.com",
    serviceBusSuffix: "servicebus.windows.net",
    serviceBusAudience,
    otherServiceBusAudiences: [],
    storageSuffix: "core.windows.net",
    exampleLocation: "westeurope",
  },
  usgovernment: {
    name: "usgovernment",
    title: "Azure Government",
    cliName: "AzureUSGovernment",
    otherNames: ["usgov", "azureusgovernment", "azureusgovernmentcloud", "usgovernmentl4"],
    resourceManager: "https://management.usgovcloudapi.net",
    serviceManagement: "https://management.core.usgovcloudapi.net",
    loginHost: "login.microsoftonline.us",
    otherLoginHosts: [],
    graph: "https://graph.microsoft.us",
    portal: "https://portal.azure.us",
    vaultSuffix: "vault.usgovcloudapi.net",
    vaultAudience: "https://vault.usgovcloudapi.net",
    workflowSuffix: "logic.azure.us",
    serviceBusSuffix: "servicebus.usgovcloudapi.net",
    serviceBusAudience,
    // https://github.com/hashicorp/go-azure-sdk/blob/main/sdk/environments/azure_gov.go
    otherServiceBusAudiences: ["https://servicebus.usgovcloudapi.net", "https://servicebus.azure.us"],
    storageSuffix: "core.usgovcloudapi.net",
    locations: /^us(?:gov|dod)/,
    exampleLocation: "usgovvirginia",
  },
  china: {
    name: "china",
    title: "Azure China 21Vianet",
    cliName: "AzureChinaCloud",
    otherNames: ["azurechinacloud"],
    resourceManager: "https://management.chinacloudapi.cn",
    serviceManagement: "https://management.core.chinacloudapi.cn",
    loginHost: "login.chinacloudapi.cn",
    otherLoginHosts: ["login.partner.microsoftonline.cn"],
    graph: "https://microsoftgraph.chinacloudapi.cn",
    portal: "https://portal.azure.cn",
    vaultSuffix: "vault.azure.cn",
    vaultAudience: "https://vault.azure.cn",
    workflowSuffix: "logic.azure.cn",
    serviceBusSuffix: "servicebus.chinacloudapi.cn",
    serviceBusAudience,
    // https://docs.azure.cn/service-bus-messaging/authenticate-application
    otherServiceBusAudiences: ["https://servicebus.chinacloudapi.cn", "https://servicebus.azure.cn"],
    storageSuffix: "core.chinacloudapi.cn",
    locations: /^china/,
    exampleLocation: "chinaeast2",
  },
};

/** Every cloud, the public one first. */
export const allClouds: readonly Cloud[] = cloudNames.map((name) => clouds[name]);
