import * as sdk from "@pulumi/policy";

/** What the engine sends in the place of a string that only the deployment tells. */
export const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Properties as the policy SDK shows them to a policy: it throws at each access to an unknown one. */
export function asTheSdkShows(properties: object): Record<string, unknown> {
  // The SDK exports it, and leaves it out of its types.
  const { unknownCheckingProxy } = sdk as unknown as { unknownCheckingProxy(this: void, of: object): object };
  return unknownCheckingProxy(properties) as Record<string, unknown>;
}
