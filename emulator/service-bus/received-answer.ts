import { answerTextFrom, type ServiceAnswer } from "../network";
import { exercise, follow, type Readings, type Success } from "../provenance";
import { behaviours } from "./behaviours";
import { asciiJson, writeBrokerProperties } from "./broker-properties";
import type { PropertyValue } from "./message";
import type { StoredMessage } from "./subscription-queue";

/** Content types of a message that was sent without one, by reading; undefined: no such header. */
const untyped = {
  atomEntry: "application/atom+xml;type=entry;charset=utf-8",
  octetStream: "application/octet-stream",
  none: undefined,
} as const satisfies Readonly<Record<Readings["untypedMessage"], string | undefined>>;

/** Answers with a received message. @param headers such as the address of its lock */
export function receivedAnswer(
  record: Success,
  stored: StoredMessage,
  readings: Readings,
  headers: Readonly<Record<string, string>> = {},
): ServiceAnswer {
  const { message, deadLetter } = stored;
  const properties: Readonly<Record<string, PropertyValue>> = {
    ...message.properties,
    ...(deadLetter === undefined
      ? {}
      : { DeadLetterReason: deadLetter.reason, DeadLetterErrorDescription: deadLetter.description }),
  };
  if (Object.keys(properties).length > 0) exercise(behaviours.applicationProperties);
  const contentType = message.contentType ?? untyped[follow(readings, "untypedMessage")];
  if (message.contentType !== undefined) exercise(behaviours.ownContentType);
  return answerTextFrom(record, message.body, {
    ...Object.fromEntries(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), asciiJson(value)])),
    ...headers,
    ...(contentType === undefined ? {} : { "content-type": contentType }),
    brokerproperties: writeBrokerProperties(stored),
  });
}
