import { asList, asObject, asString } from "../../../definition/json";
import { ArmError } from "../errors";
import type { ResourceProvider } from "../resource-provider";
import { behaviours } from "./behaviours";
import { byDefault } from "../../provenance";

const longestShortName = 12;
const served = new Set(["enabled", "groupShortName", "emailReceivers"]);

/** Microsoft.Insights/actionGroups, with receivers by e-mail. */
export const actionGroups: ResourceProvider = {
  type: "Microsoft.Insights/actionGroups",
  located: true,
  put: ({ body }) => {
    const given = asObject(body.properties);
    const unknown = Object.keys(given).find((key) => !served.has(key) && asList(given[key]).length > 0);
    if (unknown !== undefined) {
      throw new ArmError(behaviours.receiverNotServed, `The emulator does not support '${unknown}' of action groups.`);
    }
    const shortName = asString(given.groupShortName);
    if (shortName === "" || shortName.length > longestShortName) {
      const message = `The groupShortName '${shortName}' must have 1 to ${longestShortName} characters.`;
      throw new ArmError(behaviours.invalidShortName, message);
    }
    const receivers = asList(given.emailReceivers).map(asObject);
    if (new Set(receivers.map(({ name }) => name)).size < receivers.length) {
      throw new ArmError(behaviours.receiverNameTwice, "The names of an action group's receivers must be unique.");
    }
    const emailReceivers = receivers.map((receiver) => ({ ...receiver, status: byDefault(behaviours.receiverStatus) }));
    return { ...body, properties: { ...given, emailReceivers } };
  },
};
