import type { Leaf } from "../../definition";
import type { TokenSettings } from "../../settings";

/** What a consumer's definition needs besides its own settings. */
export interface ConsumerOptions {
  /** The token's settings that say which hosts may receive it. */
  readonly token: Pick<TokenSettings, "secretName" | "allowedInstanceUrlSuffixes">;
  /** Resource ID of the workflow's user-assigned identity. @default the system-assigned one */
  readonly identity?: Leaf | undefined;
}
