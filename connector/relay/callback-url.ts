import type { ListWorkflowTriggerCallbackUrlResult } from "@pulumi/azure-native/logic";
import * as pulumi from "@pulumi/pulumi";
import type { RelayAddress } from "../bind-to-relay";

/**
 * A trigger's callback URL as its parts: the address, which is no secret, and the key, which is.
 *
 * @param callbackUrl the answer of `listCallbackUrl`, marked as a secret
 */
export function readCallbackUrl(callbackUrl: pulumi.Output<ListWorkflowTriggerCallbackUrlResult>): {
  readonly address: RelayAddress<pulumi.Output<string>>;
  readonly key: pulumi.Output<string>;
} {
  const open = (part: (answer: ListWorkflowTriggerCallbackUrlResult) => string | undefined): pulumi.Output<string> =>
    pulumi.unsecret(callbackUrl.apply((answer) => part(answer) ?? ""));
  return {
    address: {
      // `host` has no port: Azure's own answer has `:443`, and a connector's document none.
      host: open(({ value }) => new URL(value).hostname),
      basePath: open(({ value }) => /^(.*\/paths\/invoke)/.exec(new URL(value).pathname)?.[1]),
      queries: {
        "api-version": open(({ queries }) => queries?.apiVersion),
        sp: open(({ queries }) => queries?.sp),
        sv: open(({ queries }) => queries?.sv),
      },
    },
    key: callbackUrl.apply(({ queries }) => queries?.sig ?? ""),
  };
}
