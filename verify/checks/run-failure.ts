import { BlockList, isIPv4 } from "node:net";
import type { Remedy } from "../check-result";

/** What is known when a refresh failed. */
export interface FailureFacts {
  /** Name of the secret that holds the token. */
  readonly secretName: string;
  /** Names of the secrets that the refresh reads: the client's secret, and its id and refresh token where it has them. */
  readonly credentialNames: readonly string[];
  /** Of the workflow's grants; absent: not known. */
  readonly youngestGrantMinutes?: number | undefined;
  /** Whom the vault's firewall lets in; absent: everybody. */
  readonly firewall?: { readonly isPrivate: boolean; readonly ranges: readonly string[] } | undefined;
  /** From which the Logic App, and the relay that writes for it, call the vault. */
  readonly outgoingAddresses: readonly string[];
}

/** How long Azure may take to heed a new grant. https://learn.microsoft.com/azure/role-based-access-control/troubleshooting */
export const grantDelayMinutes = 10;

/** The probable cause of a refresh's failure, by the code of its run. */
export function explainFailure(code: string, facts: FailureFacts): Remedy {
  const explain = explanations[code];
  if (explain !== undefined) return explain(facts);
  return {
    cause: `Logic Apps itself ended the run with '${code}'.`,
    fix: "Look at the run in the portal, under the Logic App's run history; its actions say where it stopped.",
  };
}

/** Codes that explanations are there for. */
export function explainedCodes(): readonly string[] {
  return Object.keys(explanations);
}

const waitAndRepeat = "Wait a minute and run this again; the refresh itself tries again at its next slot.";

const explanations: Readonly<Record<string, (facts: FailureFacts) => Remedy>> = {
  VaultForbidden: explainForbidden,
  CredentialNotFound: ({ credentialNames }) => ({
    cause: "A credential that the refresh reads is not in the vault.",
    fix: `Put it there, as a person (README, step 4): one of ${quoted(credentialNames)} is missing.`,
  }),
  VaultConflict: ({ secretName }) => ({
    cause: `A deleted secret has the name '${secretName}', or somebody wrote it at the same moment (409).`,
    fix: `Recover it: az keyvault secret recover --vault-name <vault> --name ${secretName}. Then run this again.`,
  }),
  VaultThrottled: () => ({ cause: "Key Vault takes no more requests at the moment (429).", fix: waitAndRepeat }),
  VaultUnavailable: () => ({ cause: "Key Vault did not answer, or the vault is not there.", fix: waitAndRepeat }),
  invalid_client: ({ credentialNames }) => ({
    cause: "The token server does not know the client, or its secret is wrong or has expired (invalid_client).",
    fix: `Make a new client secret at the provider, put it into the vault (${quoted(credentialNames)}), and check clientId.`,
  }),
  invalid_grant: ({ credentialNames }) => ({
    cause:
      "The refresh token has expired, was revoked or was used already, or the client's user is frozen (invalid_grant).",
    fix:
      `With refresh_token: authorize the client once more, and put the new refresh token into the vault ` +
      `(${quoted(credentialNames)}). With client_credentials: look at the client's run-as user at the provider.`,
  }),
  unauthorized_client: () => ({
    cause: "The client may not use this grant (unauthorized_client).",
    fix: "Enable the grant at the provider, or set grantType to the one that the client has.",
  }),
  invalid_scope: () => ({
    cause: "The token server does not give this scope to the client (invalid_scope).",
    fix: "Correct scope in the settings, or allow it at the provider; then run 'pulumi up'.",
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
    fix: "Check tokenUrl, and allowedInstanceUrlSuffixes in the settings.",
  }),
  RotatedRefreshTokenNotStored: ({ credentialNames }) => ({
    cause: "The server gave out a new refresh token, which could not be stored: the stored one is probably worthless.",
    fix:
      "Cure what kept it from being stored (see the grants above), authorize the client once more, and put the new " +
      `refresh token into the vault (${quoted(credentialNames)}).`,
  }),
};

function explainForbidden({ firewall, outgoingAddresses, youngestGrantMinutes }: FailureFacts): Remedy {
  if (firewall?.isPrivate === true) {
    return {
      cause: "The vault has no public access (ForbiddenByFirewall): Consumption Logic Apps cannot reach it.",
      fix: "Open public access for the Logic App's outgoing addresses, or move to Logic Apps Standard with an endpoint.",
    };
  }
  const shut = firewall === undefined ? [] : outgoingAddresses.filter((address) => !isLetIn(address, firewall.ranges));
  if (shut.length > 0) {
    return {
      cause: "The vault's firewall keeps the Logic App out (ForbiddenByFirewall).",
      fix: `Let these addresses in, under the vault's networking: ${shut.join(", ")}`,
    };
  }
  if (youngestGrantMinutes !== undefined && youngestGrantMinutes < grantDelayMinutes) {
    return {
      cause: `The grant is ${Math.floor(youngestGrantMinutes)} minutes old, and Azure does not heed it yet (ForbiddenByRbac).`,
      fix: `Wait until it is ${grantDelayMinutes} minutes old, and run this again.`,
    };
  }
  return {
    cause: "The Logic App's identity may not use the vault (ForbiddenByRbac or ForbiddenByPolicy).",
    fix: "See the grants above. After 'pulumi up' has just given them, wait 10 minutes and run this again.",
  };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

/** @param ranges as a vault's firewall has them: IPv4 addresses, or CIDR ranges of them */
function isLetIn(address: string, ranges: readonly string[]): boolean {
  const allowed = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix = "32"] = range.split("/");
    if (isIPv4(network)) allowed.addSubnet(network, Number(prefix), "ipv4");
  }
  return allowed.check(address);
}
