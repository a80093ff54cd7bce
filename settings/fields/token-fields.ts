import * as z from "zod";
import { providerNames } from "../providers";
import { principalIdProblem } from "../values/azure-ids";
import { tokenSecretNameLengthProblem } from "../values/azure-names";
import { checkedText, checkedTexts, checkedUrl, wholeNumber } from "../values/checked-text";
import { accountIdProblem, clientIdProblem } from "../values/client-id";
import { grantTypes } from "../values/grants";
import { headersProblem, parametersProblem } from "../values/request-words";
import { scopeProblem } from "../values/scope";
import { secretNameProblem } from "../values/secret-name";
import { hostSuffixProblem } from "../values/host-suffix";
import { endpointUrlProblem } from "../values/endpoint-url";
import { tokenUrlProblem } from "../values/token-url";

const yearInMinutes = 525_600;
/** Longest interval of a Recurrence, in minutes: https://learn.microsoft.com/azure/connectors/connectors-native-recurrence */
const longestInterval = 72_000;

/** The keys of a token in `tokens`: the one declaration of their types, defaults and descriptions. */
export const tokenFields = {
  secretName: checkedText((text) => secretNameProblem(text) ?? tokenSecretNameLengthProblem(text)).meta({
    description: "Name of the vault secret that stores the token.",
  }),
  provider: z.enum(providerNames).optional().meta({
    description:
      "Provider of the token. Its defaults, listed in docs/providers.md, replace the general ones. generic has none.",
    defaultShown: "the one that has the host of tokenUrl; otherwise generic",
  }),
  grantType: z.enum(grantTypes).default("client_credentials").meta({
    description:
      "OAuth 2.0 grant type (RFC 6749) used to obtain the token; account_credentials is that of Zoom's server-to-server apps.",
  }),
  tokenUrl: checkedUrl(tokenUrlProblem).optional().meta({
    description: "URL of the token endpoint. Must use https, without credentials and fragment.",
    defaultShown: "**required**, unless all customers of the provider have the same",
  }),
  clientId: checkedText(clientIdProblem).optional().meta({
    description: "OAuth client ID. Set either this or clientIdSecretName.",
  }),
  clientIdSecretName: checkedText(secretNameProblem).optional().meta({
    description: "Name of the vault secret that holds the client ID. Set either this or clientId.",
  }),
  clientSecretName: checkedText(secretNameProblem).meta({
    description: "Name of the vault secret that holds the client secret. Never the client secret itself.",
  }),
  clientAuthentication: z.enum(["post", "basic"]).default("post").meta({
    description:
      "How the client authenticates (RFC 6749, section 2.3.1): post sends the client's ID and secret in the form, basic in an Authorization header.",
  }),
  refreshTokenSecretName: checkedText(secretNameProblem).optional().meta({
    description:
      "Name of the vault secret that holds the refresh token and receives rotated ones. Required with grantType refresh_token, not allowed otherwise.",
  }),
  scope: checkedText(scopeProblem).optional().meta({
    description: "Scope of the token: values separated by single spaces.",
    defaultShown: "none is requested; the server decides",
  }),
  accountId: checkedText(accountIdProblem).optional().meta({
    description: "Account ID. Required with grantType account_credentials, not allowed otherwise.",
  }),
  tokenRequestParameters: checkedTexts(parametersProblem).default({}).meta({
    description: "Further parameters of the token request, such as audience or resource. Never a secret.",
    defaultShown: "none",
  }),
  tokenRequestHeaders: checkedTexts(headersProblem).default({}).meta({
    description: "Further headers of the token request. Never a secret.",
    defaultShown: "none",
  }),
  instanceUrl: z.enum(["tag", "secret", "none"]).optional().meta({
    description:
      "Where to store the instance_url of the token response: in a tag of the token's secret, in a separate secret named {secretName}-instance-url, or nowhere.",
    defaultShown: "`tag` for Salesforce, `none` otherwise",
  }),
  allowedInstanceUrlSuffixes: z.array(checkedText(hostSuffixProblem).toLowerCase()).optional().meta({
    description: "Hosts that are accepted in an instance_url, exactly or as a suffix.",
    defaultShown:
      "the host of tokenUrl; every My Domain of the same Salesforce cloud, such as my.salesforce.com, for a host that customers share",
  }),
  introspectionUrl: checkedUrl(endpointUrlProblem).optional().meta({
    description:
      "URL of the token introspection endpoint (RFC 7662), used to read a token's expiry when the response has no expires_in. For Salesforce: https://{your domain}.my.salesforce.com/services/oauth2/introspect.",
    defaultShown: "no introspection",
  }),
  intervalMinutes: wholeNumber(1, longestInterval).default(60).meta({
    description: "Minutes between refreshes. Must be less than assumedLifetimeMinutes − marginMinutes.",
  }),
  assumedLifetimeMinutes: wholeNumber(1, yearInMinutes).default(120).meta({
    description:
      "Assumed token lifetime in minutes, used when neither expires_in nor introspection gives one (Salesforce sends no expires_in).",
  }),
  maximumLifetimeMinutes: wholeNumber(1, yearInMinutes).default(1_440).meta({
    description:
      "Longest token lifetime in minutes that is taken from the token server; a longer one, as of a server that sends milliseconds, is cut to it. Never shorter than assumedLifetimeMinutes.",
  }),
  marginMinutes: wholeNumber(0, yearInMinutes).default(10).meta({
    description: "Minutes before a token expires by which the next token must be stored.",
  }),
  writePath: z.enum(["connector", "http"]).default("connector").meta({
    description:
      "How the token is written: through the Set secret connector, or by an HTTP action with the identity of the refresh Logic App.",
  }),
  skipWhileFresh: z.boolean().default(false).meta({
    description:
      "Skip a run while the stored token remains valid for another interval plus the margin, and do not store an unchanged token again. Grants the Logic App read access to the token.",
  }),
  disableSupersededVersions: z.boolean().default(false).meta({
    description:
      "Disable the version before the one that is replaced. Grants the Logic App read and update access to the token's secret.",
  }),
  refreshOperators: z
    .array(
      z.strictObject({
        principalId: checkedText(principalIdProblem),
        principalType: z.enum(["User", "Group", "ServicePrincipal"]),
      }),
    )
    .default([])
    .meta({
      description:
        "Principals that may start a refresh at any time: objects with principalId (object ID in Microsoft Entra ID) and principalType (User, Group, or ServicePrincipal, which includes managed identities). Grants permission to run this Logic App's trigger and nothing else.",
      defaultShown: "no additional principals",
    }),
};
