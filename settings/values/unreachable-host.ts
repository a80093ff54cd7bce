import { isIP } from "node:net";
import { allClouds } from "../../azure";

/** Hosts of Azure that issue no tokens by OAuth's token endpoint, with their subdomains. */
const azureHosts = [
  ...allClouds.flatMap(({ resourceManager, graph, portal, vaultSuffix, workflowSuffix, storageSuffix }) => [
    ...[resourceManager, graph, portal].map((address) => new URL(address).host),
    ...[vaultSuffix, workflowSuffix, `blob.${storageSuffix}`],
  ]),
  "azure-apim.net",
];

/** The problem with the host of a token endpoint to which no Logic App can send a token request. */
export function unreachableHostProblem(host: string): string | undefined {
  const name = host.replace(/^\[|\]$/g, "");
  if (isIP(name) !== 0)
    return `has the IP address ${name} as host. Expected a host name, which a certificate is issued to.`;
  if (/(?:^|\.)localhost$|\.(?:local|internal)$/i.test(name) || !name.includes(".")) {
    return `has the host ${name}, which Logic Apps in Azure cannot reach. Expected a public host name.`;
  }
  const azureHost = azureHosts.find((each) => name === each || name.endsWith(`.${each}`));
  return azureHost === undefined
    ? undefined
    : `has the host ${name}, a service of Azure that issues no tokens. Expected the token endpoint of the authorization server.`;
}
