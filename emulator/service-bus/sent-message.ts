import type { ReceivedRequest } from "../network";
import { behaviours } from "./behaviours";
import { readBrokerProperties } from "./broker-properties";
import { ServiceBusError } from "./errors";
import type { Message, PropertyValue } from "./message";

const batchType = "application/vnd.microsoft.servicebus.json";

/** Headers of HTTP and of its clients, which are no application properties. */
const ownHeaders =
  /^(?:accept.*|authorization|brokerproperties|cache-control|connection|content-.*|date|expect|host|if-.*|origin|referer|te|trace(?:parent|state)|transfer-encoding|user-agent|x-ms-.*)$/;

/** Reads a message to send. @throws {ServiceBusError} for a batch, and for what is not as it must be */
export function sentMessage({ headers, body }: ReceivedRequest): Message {
  const { "content-type": contentType, brokerproperties } = headers;
  if (contentType?.toLowerCase().startsWith(batchType) === true) {
    throw new ServiceBusError(behaviours.otherRequests, "The emulator does not support batches of messages.");
  }
  const properties = Object.entries(headers)
    .filter(([name]) => !ownHeaders.test(name))
    .map(([name, value]) => [name, propertyValue(value)] as const);
  return {
    ...readBrokerProperties(brokerproperties),
    body,
    ...(contentType === undefined ? {} : { contentType }),
    properties: Object.fromEntries(properties),
  };
}

/** Texts stand in quotation marks, numbers and booleans do not. */
function propertyValue(text: string): PropertyValue {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  } catch {
    // A text without quotation marks is handed on as it is.
  }
  return text;
}
