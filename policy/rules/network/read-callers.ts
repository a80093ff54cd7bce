import { asObject } from "../../../definition";
import { isUnknown } from "../../model";
import { admitMostAddresses } from "../../../azure";

/**
 * Classifies the callers that a list of `allowedCallerIpAddresses` admits.
 *
 * An empty list lets only other Logic Apps through.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#restrict-inbound-ip-addresses
 */
export function readCallers(accessControl: unknown): "everyone" | "some" | "unknown" {
  if (isUnknown(accessControl)) return "unknown";
  const { allowedCallerIpAddresses } = asObject(accessControl);
  if (isUnknown(allowedCallerIpAddresses)) return "unknown";
  if (!Array.isArray(allowedCallerIpAddresses)) return "everyone";
  const ranges = (allowedCallerIpAddresses as unknown[]).map((each) =>
    isUnknown(each) ? each : asObject(each).addressRange,
  );
  if (admitMostAddresses(ranges.filter((range) => typeof range === "string"))) return "everyone";
  return ranges.some(isUnknown) ? "unknown" : "some";
}
