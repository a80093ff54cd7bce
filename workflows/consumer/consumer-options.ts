import type { AzureCaller } from "../../access";
import type { TokenSettings } from "../../settings";

/** What a consumer's definition needs besides its own settings. */
export interface ConsumerOptions extends AzureCaller {
  /** The token's settings that say which hosts may receive it. */
  readonly token: Pick<TokenSettings, "secretName" | "allowedInstanceUrlSuffixes">;
}
