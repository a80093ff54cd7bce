import { crmToken, erpToken } from "./scenario-settings";
import type { Combination } from "../expected-resources";
import type { Scenario } from "./scenario";

const fileNames = { rbac: "rbac", accessPolicy: "access-policy" };

/** Most settings added, then changed, then removed with another kind of identity, and that identity switched back. */
export function combinationScenario({ authorizationModel, identity, writePath }: Combination): Scenario {
  const token = { ...crmToken, writePath };
  const first = { authorizationModel, identity, tokens: [token] };
  const byConnector = writePath === "connector";
  const connection = { "web:Connection set-secret": ["properties"] };
  const otherIdentity = identity === "system" ? "user" : "system";
  return {
    name: `${fileNames[authorizationModel]}-${identity}-${writePath}`,
    steps: {
      first: { change: `one token, identity ${identity}, written by ${writePath}`, settings: first },
      more: {
        change: "second token with operators, tags, allowed name, e-mail and IP ranges added",
        settings: {
          ...first,
          tokens: [token, erpToken],
          tags: { environment: "test" },
          allowedSecretNames: ["partner-key"],
          alertEmails: ["a@example.com"],
          allowedCallerIpRanges: ["203.0.113.0/24"],
          runHistoryIpRanges: ["198.51.100.7"],
        },
        knownSince: byConnector ? { ...connection, "logic:Workflow refresh-crm-token": ["definition"] } : {},
      },
      changed: {
        change: "interval, `skipWhileFresh`, tags, allowed names and e-mail changed, IP ranges removed",
        settings: {
          ...first,
          tokens: [
            { ...token, intervalMinutes: 30 },
            { ...erpToken, skipWhileFresh: false },
          ],
          tags: { environment: "prod", owner: "x" },
          allowedSecretNames: ["partner-key", "other-key"],
          alertEmails: ["b@example.com"],
        },
        knownSince: connection,
      },
      identity: {
        change: `all of it removed, identity ${otherIdentity}`,
        settings: { ...first, identity: otherIdentity },
        knownSince: connection,
      },
      back: {
        change: `identity ${identity} again`,
        settings: first,
        knownSince: { ...connection, "web:CustomApi set-secret": ["properties"] },
      },
    },
  };
}
