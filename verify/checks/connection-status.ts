import { defaultApiVersion, isSameName } from "../../azure";
import { ResourceManagerError, type ArmClient } from "../azure/arm-client";
import { failed, passed, type CheckResult } from "../check-result";
import { asList, asObject, asString } from "../../definition/json";
import { replaceConnection, upWithRefresh } from "../pulumi-commands";

const check = "connection";

/** Checks the status of a connection: with bad credentials, Azure creates it in the status Error. */
export async function checkConnection(azure: ArmClient, connectionId: string): Promise<CheckResult> {
  const subject = connectionId.slice(connectionId.lastIndexOf("/") + 1);
  try {
    const connection = await azure.get(connectionId, defaultApiVersion("Microsoft.Web/connections"));
    return evaluateStatuses(subject, asList(asObject(connection.properties).statuses));
  } catch (error) {
    if (!(error instanceof ResourceManagerError) || error.status !== 404) throw error;
    return failed(
      { check, subject, seen: "is not there" },
      {
        cause: "It was deleted, by a person or by Azure (connections have vanished: Azure/logicapps#1356).",
        fix: `Run '${upWithRefresh}', which makes it again.`,
      },
    );
  }
}

/** @param statuses as the connection has them */
export function evaluateStatuses(subject: string, statuses: readonly unknown[]): CheckResult {
  const all = statuses.map(asObject);
  const bad = all.find(({ status }) => !isSameName(status, "Connected") && !isSameName(status, "Ready"));
  if (bad === undefined && all.length > 0) return passed(check, subject, asString(all[0]?.status));
  if (bad === undefined) {
    return failed(
      { check, subject, seen: "has no status" },
      {
        cause: "Azure has not tested it yet, or it was made without its connector.",
        fix: `Run this again in a minute. If it stays so, replace the connection: ${replaceConnection}.`,
      },
    );
  }
  const { code } = asObject(bad.error);
  const target = asString(bad.target) === "" ? "" : ` on '${asString(bad.target)}'`;
  return failed(
    {
      check,
      subject,
      seen: [`${asString(bad.status)}${target}`, asString(code)].filter((part) => part !== "").join(": "),
    },
    {
      cause: "The key of the relay that the connection holds is missing, or no longer the relay's.",
      fix:
        "Run 'npx pulumi up', which reads the relay's key and puts it into the connection if it is another one. If it " +
        `changes nothing, replace the connection: ${replaceConnection}.`,
    },
  );
}
