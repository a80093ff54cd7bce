import type { ListWorkflowTriggerCallbackUrlResult } from "@pulumi/azure-native/logic";
import * as pulumi from "@pulumi/pulumi";
import type { RelayAddress } from "../operation/bind-to-relay";

/**
 * Splits a trigger's callback URL into the address, which is not secret, and the key, which is.
 *
 * @param callbackUrl result of `listCallbackUrl`, marked as secret
 */
export function readCallbackUrl(callbackUrl: pulumi.Output<ListWorkflowTriggerCallbackUrlResult>): {
  readonly address: RelayAddress<pulumi.Output<string>>;
  readonly key: pulumi.Output<string>;
} {
  const unsecret = (
    part: (answer: ListWorkflowTriggerCallbackUrlResult) => string | undefined,
  ): pulumi.Output<string> => pulumi.unsecret(callbackUrl.apply((answer) => part(answer) ?? ""));
  return {
    address: {
      // `hostname` has no port: Azure's response has `:443`, which a connector's document must not have.
      host: unsecret(({ value }) => new URL(value).hostname),
      basePath: unsecret(({ value }) => /^(.*\/paths\/invoke)/.exec(new URL(value).pathname)?.[1]),
      queries: {
        "api-version": unsecret(({ queries }) => queries?.apiVersion),
        sp: unsecret(({ queries }) => queries?.sp),
        sv: unsecret(({ queries }) => queries?.sv),
      },
    },
    key: callbackUrl.apply(({ queries }) => queries?.sig ?? ""),
  };
}
