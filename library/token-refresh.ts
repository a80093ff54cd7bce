import type * as pulumi from "@pulumi/pulumi";
import type { TokenKeys } from "../settings";
import { checkToken } from "../settings/parse/check-token";
import { TokenRefresh as CheckedTokenRefresh, type TokenRefreshArgs as CheckedArgs } from "../workflows";

/** Arguments of {@link TokenRefresh}. */
export interface TokenRefreshArgs extends Omit<CheckedArgs, "token"> {
  /** The token to keep fresh. Secrets are named here, and never contained. */
  readonly token: TokenKeys;
}

/**
 * Everything for one token: the Logic App that keeps it fresh in the vault, what its identity is granted, the operators
 * that may run it, its logs and alert rules.
 *
 * @throws {UsageError} that lists everything that is wrong with `token`, or if the token needs a connector or an operator
 * role and `args` has none
 */
export class TokenRefresh extends CheckedTokenRefresh {
  constructor(name: string, args: TokenRefreshArgs, opts?: pulumi.ComponentResourceOptions) {
    super(name, { ...args, token: checkToken(args.token, `TokenRefresh ${name}`) }, opts);
  }
}
