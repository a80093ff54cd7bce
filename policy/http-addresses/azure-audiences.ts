import { allClouds, clouds, managementAudiencesOf, serviceBusAudiencesOf, type Cloud } from "../../azure";

/** Hosts and the audiences of tokens that may be sent there. */
export interface AudienceOfHosts {
  /** A host, or with a leading dot the hosts below it. */
  readonly host: string;
  readonly audiences: readonly string[];
}

/**
 * Azure's services with the audiences of their tokens, in the public cloud, China and the US government's cloud.
 *
 * An entry is a host, or a leading dot and the suffix of hosts. Where a line has no source of its own:
 * https://learn.microsoft.com/azure/active-directory/managed-identities-azure-resources/services-id-authentication-support
 */
export const azureAudiences: readonly AudienceOfHosts[] = [
  ...allClouds.flatMap(inEveryCloud),
  { host: ".managedhsm.azure.net", audiences: ["https://managedhsm.azure.net"] },
  on(new URL(clouds.public.graph).host, "00000003-0000-0000-c000-000000000000"),
  on(`.${clouds.public.serviceBusSuffix}`, "https://eventhubs.azure.net"),
  on(".eventgrid.azure.net", "https://eventgrid.azure.net"),
  // https://learn.microsoft.com/azure/ai-services/authentication
  on(".openai.azure.com", "https://cognitiveservices.azure.com", "https://ai.azure.com"),
  on(".cognitiveservices.azure.com", "https://cognitiveservices.azure.com"),
  on(".services.ai.azure.com", "https://cognitiveservices.azure.com", "https://ai.azure.com"),
  on(".documents.azure.com", "https://cosmos.azure.com"),
  on(".search.windows.net", "https://search.azure.com"),
  on(".azconfig.io", "https://azconfig.io", "https://appconfig.azure.com"),
  // https://learn.microsoft.com/azure/azure-monitor/logs/api/access-api
  on("api.loganalytics.io", "https://api.loganalytics.io"),
  on("api.loganalytics.azure.com", "https://api.loganalytics.io", "https://api.loganalytics.azure.com"),
  on("api.applicationinsights.io", "https://api.applicationinsights.io"),
  // https://learn.microsoft.com/azure/azure-monitor/logs/logs-ingestion-api-overview
  on(".ingest.monitor.azure.com", "https://monitor.azure.com"),
  on(".ingest.monitor.azure.cn", "https://monitor.azure.cn"),
  on(".ingest.monitor.azure.us", "https://monitor.azure.us"),
  on(".metrics.monitor.azure.com", "https://metrics.monitor.azure.com"),
  on(".monitoring.azure.com", "https://monitoring.azure.com", "https://monitor.azure.com"),
  on(".prometheus.monitor.azure.com", "https://prometheus.monitor.azure.com"),
  // https://learn.microsoft.com/azure/data-explorer/kusto/api/rest/authentication
  on(".kusto.windows.net", "https://kusto.kusto.windows.net", "https://help.kusto.windows.net"),
  on(".kusto.azuresynapse.net", "https://kusto.kusto.windows.net"),
  // https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity
  on("dev.azure.com", "499b84ac-1321-427f-aa17-267ca6975798", "https://app.vssps.visualstudio.com"),
  on(".dev.azure.com", "499b84ac-1321-427f-aa17-267ca6975798", "https://app.vssps.visualstudio.com"),
  on(".visualstudio.com", "499b84ac-1321-427f-aa17-267ca6975798", "https://app.vssps.visualstudio.com"),
  // https://learn.microsoft.com/rest/api/synapse/
  on(".dev.azuresynapse.net", "https://dev.azuresynapse.net"),
  // https://learn.microsoft.com/power-bi/developer/embedded/embed-service-principal
  on("api.powerbi.com", "https://analysis.windows.net/powerbi/api"),
  on("api.fabric.microsoft.com", "https://api.fabric.microsoft.com", "https://analysis.windows.net/powerbi/api"),
  // https://learn.microsoft.com/purview/tutorial-using-rest-apis
  on(".purview.azure.com", "https://purview.azure.net", "73c2949e-da2d-457a-9607-fcc665198967"),
  on(".azuredatabricks.net", "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d"),
  on("outlook.office365.com", "https://outlook.office365.com", "https://outlook.office.com"),
  on("manage.office.com", "https://manage.office.com"),
  on("api.security.microsoft.com", "https://api.security.microsoft.com"),
  on(
    "api.securitycenter.microsoft.com",
    "https://api.securitycenter.microsoft.com",
    "https://securitycenter.onmicrosoft.com/windowsatpservice",
  ),
  on(
    ".securitycenter.microsoft.com",
    "https://api.securitycenter.microsoft.com",
    "https://securitycenter.onmicrosoft.com/windowsatpservice",
  ),
  on(".batch.azure.com", "https://batch.core.windows.net"),
  on(".digitaltwins.azure.net", "https://digitaltwins.azure.net"),
  on(".azurecr.io", "https://containerregistry.azure.net", clouds.public.resourceManager),
  on(".communication.azure.com", "https://communication.azure.com"),
  on(".api.azureml.ms", "https://ml.azure.com", clouds.public.resourceManager),
  on(".inference.ml.azure.com", "https://ml.azure.com"),
  on(".attest.azure.net", "https://attest.azure.net"),
  on("atlas.microsoft.com", "https://atlas.microsoft.com"),
  on(".webpubsub.azure.com", "https://webpubsub.azure.com"),
  on(".service.signalr.net", "https://signalr.azure.com"),
];

/** The services that this project uses, and those that every cloud has beside them. */
function inEveryCloud(cloud: Cloud): readonly AudienceOfHosts[] {
  const { resourceManager, graph, vaultSuffix, vaultAudience, workflowSuffix, serviceBusSuffix, storageSuffix } = cloud;
  return [
    // Key Vault answers 401 where the audience ends in a slash.
    // https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
    { host: `.${vaultSuffix}`, audiences: [vaultAudience] },
    // https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity
    { host: new URL(resourceManager).host, audiences: managementAudiencesOf(cloud) },
    on(`.${workflowSuffix}`, ...managementAudiencesOf(cloud), `https://${workflowSuffix}`),
    on(new URL(graph).host, graph),
    on(`.${serviceBusSuffix}`, ...serviceBusAudiencesOf(cloud)),
    ...["blob", "queue", "table", "file", "dfs"].map((service) =>
      on(`.${service}.${storageSuffix}`, "https://storage.azure.com"),
    ),
  ];
}

/** A host with its audiences; a URL counts with and without a slash at its end. */
function on(host: string, ...audiences: readonly string[]): AudienceOfHosts {
  return {
    host,
    audiences: audiences.flatMap((audience) =>
      audience.startsWith("https:") && !audience.endsWith("/") ? [audience, `${audience}/`] : [audience],
    ),
  };
}
