/** Hosts and the audiences of tokens that may be sent there. */
export interface AudienceOfHosts {
  /** A host, or with a leading dot the hosts below it. */
  readonly host: string;
  readonly audiences: readonly string[];
}

/** Azure's services in its public cloud, China and the US government's cloud. Exactly as Entra ID issues tokens for. */
export const azureAudiences: readonly AudienceOfHosts[] = [
  // Key Vault answers 401 where the audience ends in a slash.
  // https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
  { host: ".vault.azure.net", audiences: ["https://vault.azure.net"] },
  { host: ".vault.azure.cn", audiences: ["https://vault.azure.cn"] },
  { host: ".vault.usgovcloudapi.net", audiences: ["https://vault.usgovcloudapi.net"] },
  { host: ".managedhsm.azure.net", audiences: ["https://managedhsm.azure.net"] },
  // https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity
  {
    host: "management.azure.com",
    audiences: withSlash("https://management.azure.com", "https://management.core.windows.net"),
  },
  {
    host: "management.chinacloudapi.cn",
    audiences: withSlash("https://management.chinacloudapi.cn", "https://management.core.chinacloudapi.cn"),
  },
  {
    host: "management.usgovcloudapi.net",
    audiences: withSlash("https://management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net"),
  },
  { host: "graph.microsoft.com", audiences: withSlash("https://graph.microsoft.com") },
  { host: "graph.microsoft.us", audiences: withSlash("https://graph.microsoft.us") },
  { host: "microsoftgraph.chinacloudapi.cn", audiences: withSlash("https://microsoftgraph.chinacloudapi.cn") },
  ...["core.windows.net", "core.chinacloudapi.cn", "core.usgovcloudapi.net"].flatMap((suffix) =>
    ["blob", "queue", "table", "file", "dfs"].map((service) => ({
      host: `.${service}.${suffix}`,
      audiences: withSlash("https://storage.azure.com"),
    })),
  ),
  {
    host: ".servicebus.windows.net",
    audiences: withSlash("https://servicebus.azure.net", "https://eventhubs.azure.net"),
  },
  { host: ".servicebus.chinacloudapi.cn", audiences: withSlash("https://servicebus.azure.cn") },
  { host: ".servicebus.usgovcloudapi.net", audiences: withSlash("https://servicebus.azure.us") },
  // Another logic app's trigger, called with OAuth.
  {
    host: ".logic.azure.com",
    audiences: withSlash("https://management.azure.com", "https://management.core.windows.net"),
  },
  { host: ".openai.azure.com", audiences: withSlash("https://cognitiveservices.azure.com") },
  { host: ".cognitiveservices.azure.com", audiences: withSlash("https://cognitiveservices.azure.com") },
  { host: ".documents.azure.com", audiences: withSlash("https://cosmos.azure.com") },
  { host: ".search.windows.net", audiences: withSlash("https://search.azure.com") },
  { host: ".azconfig.io", audiences: withSlash("https://azconfig.io", "https://appconfig.azure.com") },
  { host: "api.loganalytics.io", audiences: withSlash("https://api.loganalytics.io") },
];

/** What Logic Apps asks a token for where no audience is named: Azure Resource Manager. */
export const defaultAudience = "https://management.azure.com/";

/** Audiences that a host may be sent tokens for; of a host that nothing is known of, its own address. */
export function findAudiences(host: string, declared: readonly AudienceOfHosts[]): readonly string[] {
  const name = host.toLowerCase();
  const found = [...declared, ...azureAudiences].filter((entry) => {
    const wanted = entry.host.toLowerCase();
    return wanted.startsWith(".") ? name.endsWith(wanted) && name.length > wanted.length : name === wanted;
  });
  const own = [".blob.", ".queue.", ".table.", ".file.", ".dfs."].some((service) => name.includes(service));
  return [
    ...found.flatMap(({ audiences }) => audiences),
    ...(found.length === 0 || own ? withSlash(`https://${name}`) : []),
  ];
}

/** Audiences that may be meant where a host is not known yet: of a request on a vault's secrets, a vault's. */
export function possibleAudiences(isVault: boolean, declared: readonly AudienceOfHosts[]): readonly string[] {
  return [...declared, ...azureAudiences]
    .filter(({ host }) => !isVault || host.startsWith(".vault."))
    .flatMap(({ audiences }) => audiences);
}

function withSlash(...audiences: string[]): string[] {
  return audiences.flatMap((audience) => [audience, `${audience}/`]);
}
