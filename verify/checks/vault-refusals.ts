import { BlockList, isIPv4 } from "node:net";
import type { Remedy } from "../check-result";
import type { FailureFacts } from "./failure-facts";

/** Minutes until a new grant takes effect at the latest. https://learn.microsoft.com/azure/role-based-access-control/troubleshooting */
export const grantDelayMinutes = 10;

/** Why the vault's firewall refuses the Logic App. */
export function explainFirewall(facts: FailureFacts): Remedy {
  return (
    explainClosedFirewall(facts) ?? {
      cause: "The vault's firewall keeps the Logic App out (ForbiddenByFirewall), or did when it ran.",
      fix: `See that its networking lets these addresses in: ${facts.outgoingAddresses.join(", ")}`,
    }
  );
}

function explainClosedFirewall({ firewall, outgoingAddresses }: FailureFacts): Remedy | undefined {
  if (firewall?.isPrivate === true) {
    return {
      cause: "The vault has no public access (ForbiddenByFirewall): Consumption Logic Apps cannot reach it.",
      fix: "Open public access for the Logic App's outgoing addresses, or move to Logic Apps Standard with an endpoint.",
    };
  }
  const shut =
    firewall === undefined ? [] : outgoingAddresses.filter((address) => !isAllowed(address, firewall.ranges));
  if (shut.length > 0) {
    return {
      cause: "The vault's firewall keeps the Logic App out (ForbiddenByFirewall).",
      fix: `Let these addresses in, under the vault's networking: ${shut.join(", ")}`,
    };
  }
  return undefined;
}

/** Why the vault refuses the Logic App; whether its firewall would is looked at first. */
export function explainForbidden(facts: FailureFacts): Remedy {
  const { failedGrants: [failedGrant] = [], youngestGrantMinutes } = facts;
  const byFirewall = explainClosedFirewall(facts);
  if (byFirewall !== undefined) return byFirewall;
  if (failedGrant !== undefined) {
    return {
      cause: `${failedGrant.workflowName} ${failedGrant.seen}, as its grant check above shows.`,
      fix: failedGrant.fix,
    };
  }
  if (youngestGrantMinutes !== undefined && youngestGrantMinutes < grantDelayMinutes) {
    return {
      cause: `The grant is ${Math.floor(youngestGrantMinutes)} minutes old, and has not taken effect yet (ForbiddenByRbac).`,
      fix: `Wait until it is ${grantDelayMinutes} minutes old, and run this again.`,
    };
  }
  return {
    cause: "The Logic App's identity may not use the vault (ForbiddenByRbac or ForbiddenByPolicy).",
    fix: `See the grants above. Where they were just given, wait ${grantDelayMinutes} minutes and run this again.`,
  };
}

/** @param ranges as a vault's firewall has them: IPv4 addresses, or CIDR ranges of them */
function isAllowed(address: string, ranges: readonly string[]): boolean {
  const allowed = new BlockList();
  for (const range of ranges) {
    const [network = "", prefix = "32"] = range.split("/");
    if (isIPv4(network)) allowed.addSubnet(network, Number(prefix), "ipv4");
  }
  return allowed.check(address);
}
