export { createServiceBus, type InterceptMessages, type MessageChanges, type ServiceBus } from "./service";
export { ServiceBusError } from "./errors";
export type { AuthorizeMessages, MessageAccess } from "./message-access";
export { correlationFilter, falseFilter, trueFilter, type Filter } from "./filter";
export type { HeldMessage, Message, MessageCounts } from "./message";
