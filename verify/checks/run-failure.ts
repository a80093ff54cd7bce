import type { FailureClass } from "../../workflows/refresh/failure-classes";
import type { Remedy } from "../check-result";
import { replaceConnection, upWithRefresh } from "../pulumi-commands";
import type { FailureFacts } from "./failure-facts";
import { explainFirewall, explainForbidden } from "./vault-refusals";

/** The probable cause of a refresh's failure, by the code of its run. */
export function explainFailure(code: string, facts: FailureFacts): Remedy {
  if (isFailureClass(code)) return explanations[code](facts);
  return {
    cause: `Logic Apps itself ended the run with '${code}'.`,
    fix: "Look at the run in the portal, under the Logic App's run history; its actions say where it stopped.",
  };
}

function isFailureClass(code: string): code is FailureClass {
  return Object.hasOwn(explanations, code);
}

const waitAndRepeat = "Wait a minute and run this again; the refresh itself tries again at its next slot.";

const explanations: Readonly<Record<FailureClass, (facts: FailureFacts) => Remedy>> = {
  VaultForbidden: explainForbidden,
  VaultFirewall: explainFirewall,
  VaultRefused: () => ({
    cause: "Key Vault calls the request wrong: the token, or its tags, are larger than it takes.",
    fix: "Look at what the token server answers; with a long instance URL, set instanceUrl to secret or none.",
  }),
  SecretNameNotAllowed: ({ secretName }) => ({
    cause: `The relay does not take the name '${secretName}'.`,
    fix: `Run '${upWithRefresh}': the relay's list is written from the settings, also where it was changed in Azure.`,
  }),
  RelayRefused: () => ({
    cause: "The relay does not take the connection's key: it was regenerated.",
    fix:
      "Run 'npx pulumi up', which gives the connection the new key. If it changes nothing, replace the connection: " +
      `${replaceConnection}.`,
  }),
  SupersededVersionNotDisabled: () => ({
    cause: "The token was stored; the version before the last one could not be disabled.",
    fix: "Give the role of existingRoleIds the data action Microsoft.KeyVault/vaults/secrets/update/action.",
  }),
  CredentialNotFound: ({ credentialNames }) => ({
    cause: "A credential that the refresh reads is not in the vault.",
    fix: `Put it there, as a person (docs/deploy.md, step 4): one of ${quote(credentialNames)} is missing.`,
  }),
  VaultConflict: ({ secretName }) => ({
    cause: `A deleted secret has the name '${secretName}', or it was written concurrently (409).`,
    fix: `Recover it: az keyvault secret recover --vault-name <vault> --name ${secretName}. Then run this again.`,
  }),
  VaultThrottled: () => ({ cause: "Key Vault takes no more requests at the moment (429).", fix: waitAndRepeat }),
  VaultUnavailable: () => ({ cause: "Key Vault did not answer, or the vault is not there.", fix: waitAndRepeat }),
  invalid_client: ({ credentialNames }) => ({
    cause:
      "The token server does not know the client, or its secret is wrong or has expired (invalid_client, or status 401).",
    fix: `Make a new client secret at the provider, put it into the vault (${quote(credentialNames)}), and check clientId.`,
  }),
  invalid_grant: ({ credentialNames }) => ({
    cause:
      "The refresh token has expired, was revoked or was used already, or the client's user is frozen (invalid_grant).",
    fix:
      `With refresh_token: authorize the client once more, and put the new refresh token into the vault ` +
      `(${quote(credentialNames)}). With client_credentials: look at the client's run-as user at the provider.`,
  }),
  invalid_grant_expired: ({ credentialNames }) => ({
    cause: "The refresh token has expired or was revoked (invalid_grant).",
    fix: `Authorize the client once more, and put the new refresh token into the vault (${quote(credentialNames)}).`,
  }),
  invalid_grant_revoked: ({ credentialNames }) => ({
    cause: "The refresh token was revoked, or an old one was used again (invalid_grant).",
    fix:
      "See that nothing else uses the same refresh token; then authorize the client once more, and put the new one " +
      `into the vault (${quote(credentialNames)}).`,
  }),
  invalid_grant_inactive_user: () => ({
    cause: "The user, or the client's run-as user, is inactive at the provider (invalid_grant).",
    fix: "Activate the user, or set another one at the provider.",
  }),
  invalid_grant_inactive_organization: () => ({
    cause: "The organization is inactive at the provider (invalid_grant).",
    fix: "Ask the provider why: an expired trial, a locked sandbox or an unpaid contract. No new credential helps.",
  }),
  invalid_grant_ip_restricted: () => ({
    cause: "The provider refuses the address that the request came from (invalid_grant).",
    fix:
      "Allow the outgoing addresses of the location's Logic Apps at the provider: at Salesforce, relax the app's IP " +
      "restrictions or add the addresses to the user's profile.",
  }),
  invalid_grant_wrong_domain: () => ({
    cause: "The grant is not supported at this host (invalid_grant).",
    fix: "Give the My Domain as host of tokenUrl, and run 'npx pulumi up'.",
  }),
  consent_required: ({ credentialNames }) => ({
    cause: "The provider asks for a person's consent or login (consent_required, interaction_required).",
    fix:
      "Give the consent in a browser, as the user or as an administrator. With refresh_token, put the new refresh token " +
      `into the vault (${quote(credentialNames)}).`,
  }),
  unauthorized_client: () => ({
    cause: "The client may not use this grant (unauthorized_client).",
    fix: "Enable the grant at the provider, or set grantType to the one that the client has.",
  }),
  invalid_scope: () => ({
    cause: "The token server does not give this scope to the client (invalid_scope).",
    fix: "Correct scope in the settings, or allow it at the provider; then run 'npx pulumi up'.",
  }),
  TokenServerRateLimit: () => ({
    cause: "The token server takes no more requests at the moment (429).",
    fix: `${waitAndRepeat} If it happens often, raise intervalMinutes.`,
  }),
  TokenRequestRefused: () => ({
    cause: "The token server refused the request without an error that OAuth knows: often a wrong tokenUrl.",
    fix: "Check tokenUrl in the settings; for Salesforce its host must be your My Domain.",
  }),
  TokenServerUnavailable: () => ({
    cause: "The token server did not answer, or with an error of its own.",
    fix: waitAndRepeat,
  }),
  BadAnswer: () => ({
    cause: "The token server answered without a usable token, or with an instance_url of a host that is not allowed.",
    fix:
      "Check tokenUrl, and allowedInstanceUrlSuffixes in the settings. Do not call the token URL by hand with the " +
      "refresh token: that uses it up.",
  }),
  TokenTypeNotSupported: () => ({
    cause: "The token server gave a token whose token_type is not Bearer.",
    fix: "Have the provider issue bearer tokens to this client; a token of another type (mac, DPoP) needs a key to be used.",
  }),
  RotatedRefreshTokenNotStored: ({ credentialNames }) => ({
    cause:
      "The server gave out a new refresh token that could not be stored, or a successful answer that could not be read " +
      "and may have had one: the stored refresh token is probably used up.",
    fix:
      "Cure what kept it from being stored (see the grants above). If the next run ends with invalid_grant, authorize the " +
      `client once more, and put the new refresh token into the vault (${quote(credentialNames)}).`,
  }),
};

function quote(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}
