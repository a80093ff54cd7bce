import { vaultRequest, type AzureCaller } from "../../access";
import { secretOperations } from "../../azure";
import type { Action, HttpAction, RunAfter } from "../../definition";
import { failRun, isTrue } from "../../definition/building";
import { failureOf } from "../vault/vault-failure";
import { vaultRetries } from "../vault/vault-retries";
import type { FailureClass } from "./failure-classes";
import { stored } from "./stored-token";

/** Name of the action that disables the version before the one that was replaced. */
export const disableAction = "Disable_superseded_version";

/** Tag of a token's version that names the version before it. */
export const previousVersionTag = "previous_version";

/** Expression of the ID of the version that is being replaced; empty if there is none. */
export const replacedVersion = `last(split(coalesce(${stored("id")}, ''), '/'))`;

const supersededVersion = `coalesce(${stored("tags", previousVersionTag)}, '')`;

/**
 * Disables version n−1, named in a tag of version n, once version n+1 is stored. Version n stays enabled for consumers
 * that have just read it.
 *
 * An empty version in the path would mean the current one, so nothing happens unless the tag holds a version ID.
 */
export function disableSupersededVersion(
  secretName: string,
  caller: AzureCaller,
  runAfter: RunAfter,
): Readonly<Record<string, Action>> {
  return {
    A_version_is_superseded: {
      type: "If",
      description: "Decides whether the replaced version names a version before it.",
      runAfter,
      expression: {
        and: [
          isTrue(`equals(length(${supersededVersion}), 32)`),
          isTrue(`not(equals(${supersededVersion}, ${replacedVersion}))`),
        ],
      },
      actions: {
        [disableAction]: disable(secretName, caller),
        [failureOf(disableAction)]: failRun({
          description: "Ends the run if the version before the one that was replaced is still enabled.",
          code: "SupersededVersionNotDisabled" satisfies FailureClass,
          message: "The new token is stored, but the version before the one that it replaced is still enabled.",
          runAfter: { [disableAction]: ["Failed", "TimedOut"] },
        }),
      },
      else: { actions: {} },
    },
  };
}

function disable(secretName: string, { identity, cloud }: AzureCaller): HttpAction {
  const { method, path } = secretOperations.UpdateSecret;
  return vaultRequest({
    description: `Disables the version of the secret ${secretName} before the one that was replaced.`,
    operation: { method, path: path.replace("{secret-version}", `@{${supersededVersion}}`) },
    secretName,
    body: { attributes: { enabled: false } },
    identity,
    cloud,
    runAfter: {},
    ...vaultRetries,
  });
}
