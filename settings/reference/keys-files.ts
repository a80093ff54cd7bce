import { consumerFields } from "../fields/consumer-fields";
import { tokenFields } from "../fields/token-fields";
import { renderKeys } from "./render-keys";

/** The files with the types of a token's and a consumer's keys, as they are to be. */
export function keysFiles(): readonly {
  /** Path in the repository. */ readonly file: string;
  readonly text: string;
}[] {
  return [
    {
      file: "settings/fields/token-keys.ts",
      text: renderKeys("TokenKeys", {
        source: "token-fields.ts",
        description: "The keys of a token, as in an entry of `tokens` in a stack file.",
        fields: tokenFields,
      }),
    },
    {
      file: "settings/fields/consumer-keys.ts",
      text: renderKeys("ConsumerKeys", {
        source: "consumer-fields.ts",
        description: "The keys of a consumer, as in an entry of `consumers` in a stack file.",
        fields: consumerFields,
      }),
    },
  ];
}
