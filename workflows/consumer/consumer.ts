import { consumerDefaults, type ConsumerSettings } from "../../settings";

type Defaults = keyof typeof consumerDefaults;

/** What a consumer does, apart from its name and its token's, which its component has from elsewhere. */
export type CompleteConsumer = Omit<ConsumerSettings, "name" | "token">;

/** A consumer, with the settings' own keys. Keys that have a default can be omitted. */
export type Consumer = Omit<CompleteConsumer, Defaults> & Partial<Pick<CompleteConsumer, Defaults>>;

/** Fills in the defaults that the settings document. */
export function withConsumerDefaults(consumer: Consumer): CompleteConsumer {
  return { ...consumerDefaults, ...consumer };
}
