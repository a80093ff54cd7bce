import type { Message, PropertyValue } from "./message";

/** Decides whether a subscription gets a message. */
export type Filter = (message: Message) => boolean;

/** Conditions of a correlation filter; all must be met. */
export interface CorrelationConditions {
  /** By the names of Azure Resource Manager, such as `label`. */
  readonly system: Readonly<Record<string, string>>;
  /** By the names of the application's properties. */
  readonly application: Readonly<Record<string, PropertyValue>>;
}

/** The filter of every message: `1=1` in SQL. */
export const trueFilter: Filter = () => true;

/** The filter of no message: `1=0` in SQL. */
export const falseFilter: Filter = () => false;

/**
 * A filter of messages whose properties are equal to all that are given.
 *
 * https://learn.microsoft.com/azure/service-bus-messaging/topic-filters#correlation-filters
 */
export function correlationFilter({ system, application }: CorrelationConditions): Filter {
  return (message) => {
    const labels = Object.fromEntries(
      Object.entries(message.labels ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const own: Readonly<Record<string, string | undefined>> = {
      ...labels,
      messageid: message.messageId,
      contenttype: message.contentType,
    };
    return (
      Object.entries(system).every(([name, value]) => own[name.toLowerCase()] === value) &&
      Object.entries(application).every(([name, value]) => message.properties?.[name] === value)
    );
  };
}
