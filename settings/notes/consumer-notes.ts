import type { ConsumerSettings } from "../fields/consumer-settings";
import type { TokenSettings } from "../fields/token-settings";
import { tokenOf } from "../problems/consumer-relations";
import { providers } from "../providers";

/** Notes on consumers whose token comes from a provider other than Salesforce. */
export function consumerNotes(
  consumers: readonly Pick<ConsumerSettings, "token">[],
  tokens: readonly TokenSettings[],
): readonly string[] {
  return consumers.flatMap(({ token: name }, index) => {
    const provider = tokenOf(name, tokens)?.provider;
    return provider === undefined || provider === "salesforce"
      ? []
      : [
          `consumers[${index}]: its token is one of the provider ${provider} (${providers[provider].title}). A consumer calls ` +
            "Salesforce's REST API at the token's instance_url.",
        ];
  });
}
