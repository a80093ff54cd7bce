import type { consumerFields } from "../fields/consumer-fields";
import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import type { tokenFields } from "../fields/token-fields";
import { parseSubscriptionId } from "../values/azure-ids";

/** The valid keys of a token that consumers depend on, and its path. */
interface TokenAtPath {
  readonly path: string;
  readonly values: Pick<
    ParsedFields<typeof tokenFields>["values"],
    "secretName" | "skipWhileFresh" | "instanceUrl" | "intervalMinutes"
  >;
}

/** The valid keys of a consumer, and its path. */
interface ConsumerAtPath {
  readonly path: string;
  readonly values: ParsedFields<typeof consumerFields>["values"];
}

/** Problems of consumers with each other, and with the tokens that they use. */
export function consumerRelationProblems(
  consumers: readonly ConsumerAtPath[],
  tokens: readonly TokenAtPath[],
): SettingsProblem[] {
  return [
    ...consumers.flatMap((consumer) => tokenProblems(consumer, tokens)),
    ...repeated(consumers, nameOf),
    ...repeated(consumers, subscriptionOf),
  ];
}

/** Finds the token that a consumer names; case does not count, as in Key Vault. */
export function tokenOf<T extends { readonly secretName?: string | undefined }>(
  name: string,
  tokens: readonly T[],
): T | undefined {
  return tokens.find(({ secretName }) => secretName?.toLowerCase() === name.toLowerCase());
}

function tokenProblems(
  { path, values: { token: name, refreshGraceMinutes } }: ConsumerAtPath,
  tokens: readonly TokenAtPath[],
): SettingsProblem[] {
  if (name === undefined) return [];
  const named = tokens.map((token) => ({ ...token, secretName: token.values.secretName }));
  const token = tokenOf(name, named);
  if (token === undefined) {
    return [
      {
        path: `${path}.token`,
        message:
          "is not the secretName of any entry of tokens (value not shown, as it may be a secret). Correct it, or add the token.",
      },
    ];
  }
  const { skipWhileFresh, instanceUrl, intervalMinutes } = token.values;
  const problems: (readonly [applies: boolean, key: keyof typeof consumerFields, message: string])[] = [
    [
      skipWhileFresh === true,
      "token",
      `names ${token.path}, which has skipWhileFresh: the refresh that the consumer starts when Salesforce ends the session would do nothing. Remove skipWhileFresh there.`,
    ],
    [
      instanceUrl === "none",
      "token",
      `names ${token.path}, whose instanceUrl is none: the consumer would not know the host of Salesforce. Set it to tag there.`,
    ],
    [
      instanceUrl === "secret",
      "token",
      `names ${token.path}, whose instanceUrl is secret. A consumer reads token and instance URL as one version of one secret, which needs no permission at a second one. Set it to tag there.`,
    ],
    [
      intervalMinutes !== undefined && refreshGraceMinutes !== undefined && refreshGraceMinutes >= intervalMinutes,
      "refreshGraceMinutes",
      `is ${refreshGraceMinutes}. Expected less than the intervalMinutes of ${token.path} (${intervalMinutes}); otherwise its token is never old enough for the consumer to start a refresh. Lower it, or refresh less often.`,
    ],
  ];
  return problems.flatMap(([applies, key, message]) => (applies ? [{ path: `${path}.${key}`, message }] : []));
}

type Identity = { readonly id: string; readonly key: keyof typeof consumerFields; readonly message: string };

function nameOf({ name }: ConsumerAtPath["values"]): Identity | undefined {
  return name === undefined
    ? undefined
    : { id: name, key: "name", message: "is the name of %s, too. Rename one of them." };
}

function subscriptionOf({ topicId, subscriptionName, subscriptionId }: ConsumerAtPath["values"]): Identity | undefined {
  const message =
    "is the subscription of %s, too, and each message goes to one of them only. Use another subscription.";
  if (subscriptionId !== undefined) {
    const { topicId: topic, name } = parseSubscriptionId(subscriptionId);
    return { id: `${topic}/${name}`.toLowerCase(), key: "subscriptionId", message };
  }
  return topicId === undefined || subscriptionName === undefined
    ? undefined
    : { id: `${topicId}/${subscriptionName}`.toLowerCase(), key: "subscriptionName", message };
}

/** Problems of consumers that have the same as one before them. */
function repeated(
  consumers: readonly ConsumerAtPath[],
  identify: (values: ConsumerAtPath["values"]) => Identity | undefined,
): SettingsProblem[] {
  const first = new Map<string, string>();
  return consumers.flatMap(({ path, values }) => {
    const identity = identify(values);
    if (identity === undefined) return [];
    const { id, key, message } = identity;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, path);
    return earlier === undefined ? [] : [{ path: `${path}.${key}`, message: message.replace("%s", earlier) }];
  });
}
