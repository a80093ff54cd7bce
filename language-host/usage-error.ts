import * as pulumi from "@pulumi/pulumi";

/**
 * A mistake in the settings, or in the arguments of a component: the engine prints the message alone.
 *
 * It has no stack, so that the SDK is quick to inspect it in other programs too, which do not call
 * `makeErrorsInspectable`.
 */
export class UsageError extends pulumi.RunError {
  override readonly name = "UsageError";
  override readonly stack = "";
}
