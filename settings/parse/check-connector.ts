import { UsageError } from "../../language-host";
import { stackFields } from "../fields/stack-fields";
import { secretUseProblems } from "../problems/secret-uses";
import { listProblems } from "../problems/settings-error";
import { parseFields } from "./parse-fields";

const { allowedSecretNames, allowedCallerIpRanges, runHistoryIpRanges } = stackFields;

/** Arguments of a connector that are settings of a stack file, too. */
export interface ConnectorKeys {
  readonly allowedSecretNames: readonly string[];
  readonly allowedCallerIpRanges?: readonly string[] | undefined;
  readonly runHistoryIpRanges?: readonly string[] | undefined;
}

/**
 * Checks the arguments of a connector that are settings of a stack file, too.
 *
 * @param component that has the arguments, for the error's message
 * @throws {UsageError} that lists every problem
 */
export function checkConnector(keys: ConnectorKeys, component: string): void {
  const names = Array.isArray(keys.allowedSecretNames) ? keys.allowedSecretNames : [];
  const given = {
    allowedSecretNames: keys.allowedSecretNames,
    allowedCallerIpRanges: keys.allowedCallerIpRanges,
    runHistoryIpRanges: keys.runHistoryIpRanges,
  };
  const { problems } = parseFields({ allowedSecretNames, allowedCallerIpRanges, runHistoryIpRanges }, given, "");
  const none = { path: "allowedSecretNames", message: "is missing or empty. List the names that may be written." };
  const all = [
    ...problems,
    ...secretUseProblems([], names),
    ...(names.length === 0 && problems.length === 0 ? [none] : []),
  ];
  if (all.length > 0) throw new UsageError(listProblems(`the arguments of ${component}`, all));
}
