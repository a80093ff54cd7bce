import * as z from "zod";
import { tokenSecretNameLengthProblem } from "./azure-names";
import { checkedText, wholeNumber } from "./checked-text";
import { secretNameProblem } from "./secret-name";
import { principalIdProblem } from "./azure-ids";
import { hostSuffixProblem, tokenUrlProblem } from "./token-url";

const yearInMinutes = 525_600;
/** Most minutes of a Recurrence: https://learn.microsoft.com/azure/connectors/connectors-native-recurrence */
const longestInterval = 72_000;

/** The keys of a token in `tokens`. */
export const tokenFields = {
  secretName: checkedText((text) => secretNameProblem(text) ?? tokenSecretNameLengthProblem(text)).meta({
    description: "Name of the vault secret that holds the token and is kept fresh.",
  }),
  grantType: z
    .enum(["client_credentials", "refresh_token"])
    .default("client_credentials")
    .meta({ description: "OAuth grant (RFC 6749) by which the token is got." }),
  tokenUrl: checkedText(tokenUrlProblem).meta({
    description: "URL of the token endpoint: https, without credentials, query and fragment.",
  }),
  clientId: checkedText(clientIdProblem)
    .optional()
    .meta({ description: "Client id, which is no secret. Either this or clientIdSecretName." }),
  clientIdSecretName: checkedText(secretNameProblem)
    .optional()
    .meta({ description: "Name of the vault secret that holds the client id. Either this or clientId." }),
  clientSecretName: checkedText(secretNameProblem).meta({
    description: "Name of the vault secret that holds the client secret. Never the client secret itself.",
  }),
  refreshTokenSecretName: checkedText(secretNameProblem).optional().meta({
    description:
      "Name of the vault secret that holds the refresh token, and receives rotated ones. With grantType refresh_token, and only then.",
  }),
  scope: checkedText(scopeProblem).optional().meta({
    description: "Scope of the token: values with single spaces between them.",
    defaultShown: "none is asked for: the server's own",
  }),
  instanceUrl: z.enum(["tag", "secret", "none"]).default("tag").meta({
    description:
      "Where the answer's instance_url goes: a tag of the token's secret, a secret of its own called {secretName}-instance-url, or nowhere.",
  }),
  allowedInstanceUrlSuffixes: z.array(checkedText(hostSuffixProblem)).optional().meta({
    description: "Hosts that an instance_url may have, or end in.",
    defaultShown: "the token URL's own host; my.salesforce.com for login.salesforce.com and test.salesforce.com",
  }),
  introspectionUrl: checkedText(tokenUrlProblem).optional().meta({
    description:
      "URL at which the server tells when a token ends (RFC 7662), for answers without expires_in; Salesforce: https://{your domain}.my.salesforce.com/services/oauth2/introspect.",
    defaultShown: "the server is not asked",
  }),
  intervalMinutes: wholeNumber(1, longestInterval)
    .default(60)
    .meta({ description: "Minutes from one refresh to the next. Less than assumedLifetimeMinutes − marginMinutes." }),
  assumedLifetimeMinutes: wholeNumber(1, yearInMinutes).default(120).meta({
    description:
      "Minutes that a token is taken to live when neither expires_in, introspection nor the token itself tells, as Salesforce's.",
  }),
  marginMinutes: wholeNumber(0, yearInMinutes)
    .default(10)
    .meta({ description: "Minutes before a token's end by which its successor must be there." }),
  writePath: z.enum(["connector", "http"]).default("connector").meta({
    description:
      "How the token is written: through the Set secret connector, or by an HTTP action with the refresh workflow's own identity.",
  }),
  skipWhileFresh: z.boolean().default(false).meta({
    description:
      "Whether a run does nothing while the stored token lasts for another interval and the margin, and does not store again what is stored. The workflow may then read the token.",
  }),
  disableSupersededVersions: z.boolean().default(false).meta({
    description:
      "Whether the version before the one that is replaced is disabled. The workflow may then read and update the token's secret.",
  }),
  refreshOperators: z
    .array(
      z.strictObject({
        principalId: checkedText(principalIdProblem),
        principalType: z.enum(["User", "Group", "ServicePrincipal"]),
      }),
    )
    .optional()
    .meta({
      description:
        "Who may ask for a refresh at once: objects of principalId (object id in Microsoft Entra ID) and principalType (User, Group, or ServicePrincipal, which a managed identity is). They may run this Logic App's trigger, and nothing else.",
      defaultShown: "whoever may already",
    }),
};

function clientIdProblem(text: string): string | undefined {
  // VSCHAR of RFC 6749, appendix A.1.
  return /^[\x20-\x7e]{1,512}$/.test(text)
    ? undefined
    : "is no client id (not shown); allowed: 1 to 512 printable ASCII characters.";
}

function scopeProblem(text: string): string | undefined {
  // scope-token of RFC 6749, appendix A.4.
  return /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(text)
    ? undefined
    : 'is no scope (not shown); allowed: values of printable ASCII without " and \\, with single spaces between them.';
}
