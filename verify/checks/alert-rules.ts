import { defaultApiVersion } from "../../azure";
import type { ArmClient } from "../azure/arm-client";
import { failed, noted, passed, type CheckResult } from "../check-result";
import { asObject, asString } from "../../definition/json";
import { upWithRefresh } from "../pulumi-commands";
import { attempt } from "./attempt";

const check = "alert rule";

/** Checks that the stack's alert rules are enabled. A stack without any is noted. */
export async function checkAlertRules(
  azure: Pick<ArmClient, "get">,
  ids: readonly string[],
): Promise<readonly CheckResult[]> {
  if (ids.length === 0) return [noted("alert rules", "stack", "has none")];
  return Promise.all(ids.map((id) => checkAlertRule(azure, id)));
}

async function checkAlertRule(azure: Pick<ArmClient, "get">, id: string): Promise<CheckResult> {
  const subject = id.slice(id.lastIndexOf("/") + 1);
  const onLogs = /\/scheduledQueryRules\/[^/]+$/i.test(id);
  const apiVersion = onLogs
    ? defaultApiVersion("Microsoft.Insights/scheduledQueryRules")
    : defaultApiVersion("Microsoft.Insights/metricAlerts");
  const got = await attempt(check, subject, () => azure.get(id, apiVersion));
  if ("failure" in got) return got.failure;
  const { enabled, severity } = asObject(got.value.properties);
  if (enabled === true) return passed(check, subject, `enabled, severity ${asString(severity) || String(severity)}`);
  return failed(
    { check, subject, seen: "is disabled" },
    {
      cause: "The rule was disabled outside Pulumi: nobody is notified.",
      fix: `Run '${upWithRefresh}', which turns it on again.`,
    },
  );
}
