import { project } from "../../../local/stack/project";
import { utf16, withMark, type Slip } from "./slip";

const location = "  azure-native:location: westeurope\n";
const token = (changes: Readonly<Record<string, string>> = {}): string => {
  const keys = {
    secretName: "salesforce-token",
    tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
    clientId: "3MVG9-example",
    clientSecretName: "salesforce-client-secret",
    ...changes,
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `  ${project}:tokens:\n    - ${lines.join("\n      ")}\n`;
};
const stack = (settings: string): string => `config:\n${location}${settings}`;
const withUrl = (tokenUrl: string): string => stack(token({ tokenUrl }));
const setting = (line: string): string => stack(`  ${project}:${line}\n${token()}`);

/** Slips in a stack file, as `npm start -- --config FILE` reads it. */
export const stackFiles: readonly Slip[] = [
  [
    "no location",
    `config:\n${token()}`,
    "1 problem in the settings:\n  azure-native:location: is missing. Set the location of the new resource group, for example to westeurope.",
  ],
  [
    "a location of another cloud",
    `config:\n  ${project}:location: usgovvirginia\n${location}${token()}`,
    "1 problem in the settings:\n  location: is in Azure Government, but no cloud is set. Use a location such as westeurope, or set azure-native:environment to usgovernment.",
  ],
  [
    "azure-native:environment of another cloud",
    stack(`  azure-native:environment: usgovernment\n${token()}`),
    "1 problem in the settings:\n  azure-native:location: is in Azure's public cloud, but azure-native:environment is usgovernment. Use a location such as usgovvirginia, or set azure-native:environment to public.",
  ],
  [
    "an encrypted location",
    `config:\n  azure-native:location:\n    secure: v1:abc\n${token()}`,
    "--config DIR/Pulumi.dev.yaml: azure-native:location is encrypted, and no setting is a secret. Set it without --secret.",
  ],
  [
    "a token URL at localhost",
    withUrl("https://localhost/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host localhost, which Logic Apps in Azure cannot reach. Expected a public host name.",
  ],
  [
    "a token URL at localhost with a port",
    withUrl("https://localhost:8443/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host localhost, which Logic Apps in Azure cannot reach. Expected a public host name.",
  ],
  [
    "a token URL at an IP address",
    withUrl("https://10.1.2.3/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the IP address 10.1.2.3 as host. Expected a host name, which a certificate is issued to.",
  ],
  [
    "a token URL at an IPv6 address",
    withUrl("https://[::1]/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the IP address ::1 as host. Expected a host name, which a certificate is issued to.",
  ],
  [
    "a token URL of an intranet",
    withUrl("https://intranet/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host intranet, which Logic Apps in Azure cannot reach. Expected a public host name.",
  ],
  [
    "a token URL of a .local name",
    withUrl("https://sso.corp.local/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host sso.corp.local, which Logic Apps in Azure cannot reach. Expected a public host name.",
  ],
  [
    "a token URL at a vault",
    withUrl("https://myvault.vault.azure.net/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host myvault.vault.azure.net, a service of Azure that issues no tokens. Expected the token endpoint of the authorization server.",
  ],
  [
    "a token URL at Azure Resource Manager",
    withUrl("https://management.azure.com/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host management.azure.com, a service of Azure that issues no tokens. Expected the token endpoint of the authorization server.",
  ],
  [
    "a token URL at Microsoft Graph",
    withUrl("https://graph.microsoft.com/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has the host graph.microsoft.com, a service of Azure that issues no tokens. Expected the token endpoint of the authorization server.",
  ],
  [
    "a token URL by http",
    withUrl("http://login.example.com/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: does not use https (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.",
  ],
  [
    "a token URL without a path",
    withUrl("https://login.example.com:8443"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: has a host, but no path (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.",
  ],
  [
    "a token URL with an impossible port",
    withUrl("https://login.example.com:84430/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: is not an absolute URL (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.",
  ],
  [
    "a token URL with credentials",
    withUrl("https://me:pass@login.example.com/token"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: contains credentials (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.",
  ],
  [
    "a token URL of an authorization endpoint",
    withUrl("https://login.example.com/oauth2/authorize"),
    "1 problem in the settings:\n  tokens[0].tokenUrl: is an authorization endpoint, where people sign in. Expected the token endpoint of the same server, whose path often ends with /token.",
  ],
  [
    "a nested secure:",
    stack(token({ clientSecretName: "\n        secure: v1:abc" })),
    "--config DIR/Pulumi.dev.yaml: logicapp-keyvault-secrets:tokens[0].clientSecretName is encrypted, and no setting is a secret. Set it without --secret.",
  ],
  [
    "a secure: list of tokens",
    stack(`  ${project}:tokens:\n    secure: v1:abc\n`),
    "--config DIR/Pulumi.dev.yaml: logicapp-keyvault-secrets:tokens is encrypted, and no setting is a secret. Set it without --secret.",
  ],
  [
    "a mistyped namespace",
    stack(token()).replaceAll(project, "logicapp-keyvault-secret"),
    "--config DIR/Pulumi.dev.yaml: 'logicapp-keyvault-secret:tokens' is a setting of logicapp-keyvault-secrets. Write logicapp-keyvault-secrets:tokens.",
  ],
  [
    "another namespace",
    stack(token()).replaceAll(project, "my-project"),
    "--config DIR/Pulumi.dev.yaml: 'my-project:tokens' is a setting of logicapp-keyvault-secrets. Write logicapp-keyvault-secrets:tokens.",
  ],
  [
    "no namespace",
    stack(token()).replaceAll(`${project}:`, ""),
    "--config DIR/Pulumi.dev.yaml: 'tokens' has no namespace. Write logicapp-keyvault-secrets:tokens.",
  ],
  [
    "a setting within azure-native",
    stack(`  azure-native:tokens: x\n`),
    "--config DIR/Pulumi.dev.yaml: 'azure-native:tokens' is a setting of logicapp-keyvault-secrets. Write logicapp-keyvault-secrets:tokens.",
  ],
  ["a duplicate key", stack(location + token()), "--config DIR/Pulumi.dev.yaml: has a key twice: see line 3."],
  [
    "two documents",
    `${stack(token())}---\nconfig:\n${location}`,
    "--config DIR/Pulumi.dev.yaml: has more than one document (---), where a stack file has one: see line 8.",
  ],
  [
    "a tab",
    `config:\n\tazure-native:location: westeurope\n${token()}`,
    "--config DIR/Pulumi.dev.yaml: is indented with a tab, where YAML takes spaces only: see line 2.",
  ],
  [
    "an unclosed quote",
    stack(`  ${project}:identity: "system\n`),
    "--config DIR/Pulumi.dev.yaml: is not YAML: see line 4.",
  ],
  [
    "UTF-16 with a slip in it",
    utf16(setting("identity: usr")),
    '1 problem in the settings:\n  identity: is "usr". Did you mean user? Expected system or user.',
  ],
  [
    "a byte-order mark with a slip in it",
    withMark(setting("identity: usr")),
    '1 problem in the settings:\n  identity: is "usr". Did you mean user? Expected system or user.',
  ],
  [
    "a file that is a list",
    "- config\n",
    "--config DIR/Pulumi.dev.yaml: has no 'config:'. docs/examples/stack.yaml shows what a stack file looks like.",
  ],
  [
    "an empty file",
    "",
    "--config DIR/Pulumi.dev.yaml: has no 'config:'. docs/examples/stack.yaml shows what a stack file looks like.",
  ],
  [
    "no tokens",
    stack(""),
    "1 problem in the settings:\n  tokens: is missing or empty. Configure the tokens to refresh. One token is the minimum; each gets its own refresh Logic App.",
  ],
  [
    "tokens that are no list",
    setting("tags: x"),
    "1 problem in the settings:\n  tags: is text. Expected an object (in YAML: key: value lines).",
  ],
  [
    "an enum value in another case",
    setting("identity: System"),
    '1 problem in the settings:\n  identity: is "System". Did you mean system? Expected system or user.',
  ],
  [
    "an enum value that does not exist",
    setting("identity: managed"),
    '1 problem in the settings:\n  identity: is "managed". Expected system or user.',
  ],
  [
    "an enum value that may be a secret",
    setting("identity: Xk29-sQ81z"),
    "1 problem in the settings:\n  identity: is not an allowed value (value not shown). Expected system or user.",
  ],
  [
    "an unknown setting",
    setting("vaultNme: kv-x"),
    "1 problem in the settings:\n  vaultNme: is not a known setting. Did you mean vaultName?",
  ],
  [
    "an unknown setting, far from every other",
    setting("frobnication: x"),
    "1 problem in the settings:\n  frobnication: is not a known setting. docs/settings.md lists all of them. Remove it.",
  ],
  [
    "text for a number",
    setting("softDeleteRetentionDays: ninety"),
    "1 problem in the settings:\n  softDeleteRetentionDays: is text. Expected a whole number.",
  ],
  [
    "a number beyond its maximum",
    setting("softDeleteRetentionDays: 900"),
    "1 problem in the settings:\n  softDeleteRetentionDays: is 900. The maximum is 90.",
  ],
  [
    "a secret name with an underscore",
    stack(token({ secretName: "salesforce_token" })),
    "1 problem in the settings:\n  tokens[0].secretName: is not a valid Key Vault secret name (value not shown, as it may be a secret). Expected 1 to 127 letters, digits and hyphens. If this is the secret itself, store it in the vault and set its name here.",
  ],
  [
    "a secret in plain text",
    stack(token({ clientSecret: "planted" })),
    "1 problem in the settings:\n  tokens[0].clientSecret: would be a secret in plain text, which no setting accepts. Store the secret in the vault and set its name as clientSecretName. Rotate the secret if this file was shared.",
  ],
  [
    "a token without a client",
    stack(token({ clientId: "" })),
    "1 problem in the settings:\n  tokens[0].clientId: is missing. Set the client ID, or set clientIdSecretName to the vault secret that holds it.",
  ],
];
