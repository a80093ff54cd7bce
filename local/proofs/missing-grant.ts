import type { Proof } from "../report";
import type { DeployedRefresh, LocalStack } from "../stack/local-stack";
import { findGrants, waitForGrants, withoutGrants } from "./grants";
import { check, describeRefresh } from "./proof";

/** Proves that without the grants of the workflow that writes a token, the vault responds 403 and the refresh ends Failed. */
export async function proveMissingGrant(stack: LocalStack, refresh: DeployedRefresh): Promise<Proof> {
  const { arm } = stack.azure;
  const byConnector = refresh.token.writePath === "connector" ? stack.connector : undefined;
  const writer = byConnector?.relay.principalId ?? refresh.principalId;
  const grants = findGrants(arm, writer);
  const without = await withoutGrants(arm, grants, () => describeRefresh(stack, refresh));
  await waitForGrants(stack);
  return {
    id: "missing-grant",
    ...check(
      byConnector === undefined
        ? `Without its grants, ${refresh.name} is refused and ends Failed`
        : "Without the relay's grants, the vault refuses it and the refresh ends Failed",
      "Failed VaultForbidden, no new version",
      without,
    ),
    control: check(
      "With the grants back, the refresh stores a token",
      "Succeeded, 1 new version",
      await describeRefresh(stack, refresh),
    ),
  };
}
