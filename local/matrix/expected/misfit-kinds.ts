import type { OAuthProvider } from "../../../emulator/authorization-server";
import { grantParameters, type TokenSettings } from "../../../settings";
import { sentInstanceUrl } from "../../stack/salesforce/instance-url";
import type { FailureClass } from "../../../workflows/refresh/failure-classes";
import type { ExpectedOutcome } from "../matrix-stack";

/** A way in which a token's settings do not fit its server. */
export interface MisfitKind {
  readonly name: string;
  /** Factors that decide it. */
  readonly factors: readonly string[];
  /** Decides from what is known of the server. */
  readonly applies: (server: OAuthProvider, token: TokenSettings) => boolean;
  readonly expected: (server: OAuthProvider) => ExpectedOutcome;
}

const fails =
  (usual: FailureClass, others: Readonly<Record<string, FailureClass>> = {}) =>
  ({ name }: OAuthProvider): ExpectedOutcome => ({ refreshFails: others[name] ?? usual });

/** Ways in which a token's settings do not fit its server. Classes are those of the server's published answers. */
export const misfitKinds: readonly MisfitKind[] = [
  {
    name: "a grant that the server does not have",
    factors: ["tokenUrl", "provider", "grantType"],
    applies: (server, { grantType }) => !server.grantTypes.value.includes(grantType),
    expected: fails("TokenRequestRefused"),
  },
  {
    name: "client authentication that the server does not take",
    factors: ["tokenUrl", "provider", "clientAuthentication"],
    applies: (server, { clientAuthentication }) => !server.clientAuthentication.value.includes(clientAuthentication),
    expected: fails("invalid_client"),
  },
  {
    name: "a request without a parameter that the server requires",
    factors: ["tokenUrl", "provider", "grantType", "scope", "tokenRequestParameters"],
    applies: ({ requires }, token) => {
      const parameter = requires[token.grantType]?.parameter;
      return parameter !== undefined && !sentParameters(token).includes(parameter);
    },
    expected: fails("TokenRequestRefused", { okta: "invalid_scope" }),
  },
  {
    name: "an instance_url that the server does not send",
    factors: ["tokenUrl", "provider", "instanceUrl"],
    applies: (_server, { instanceUrl, tokenUrl }) => instanceUrl !== "none" && sentInstanceUrl(tokenUrl) === undefined,
    expected: fails("BadAnswer"),
  },
  {
    name: "an instance_url of a host that is not allowed",
    factors: ["tokenUrl", "instanceUrl", "allowedInstanceUrlSuffixes"],
    applies: (_server, { instanceUrl, tokenUrl, allowedInstanceUrlSuffixes }) => {
      const sent = sentInstanceUrl(tokenUrl);
      if (instanceUrl === "none" || sent === undefined) return false;
      const { hostname } = new URL(sent);
      return !allowedInstanceUrlSuffixes.some((suffix) => hostname === suffix || hostname.endsWith(`.${suffix}`));
    },
    expected: fails("BadAnswer"),
  },
  {
    name: "an interval that is longer than the lifetime",
    factors: ["tokenUrl", "provider", "intervalMinutes"],
    applies: ({ lifetimeSeconds }, { intervalMinutes }) => lifetimeSeconds.value < intervalMinutes * 60,
    expected: () => ({ checkFails: "new version" }),
  },
];

function sentParameters(token: TokenSettings): readonly string[] {
  const { scope, tokenRequestParameters } = token;
  return [
    ...(scope === undefined ? [] : ["scope"]),
    ...Object.keys(grantParameters(token)),
    ...Object.keys(tokenRequestParameters),
  ];
}
