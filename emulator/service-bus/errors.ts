import { answerTextFrom, type ServiceAnswer } from "../network";
import type { ServiceBusEntity } from "../../azure";
import { exercise, follow, type Readings, type Refusal } from "../provenance";
import { behaviours } from "./behaviours";

/** A request that Service Bus refuses. The message never holds a message's body. */
export class ServiceBusError extends Error {
  override readonly name = "ServiceBusError";

  /** @param refusal the behaviour that the error is an instance of: its status, which is the code too */
  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
    exercise(refusal);
  }

  /** The answer, as Service Bus writes errors. https://github.com/Azure/azure-sdk-for-go/tree/main/sdk/messaging/azservicebus */
  answer(): ServiceAnswer {
    const detail = this.message.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    const text = `<Error><Code>${this.refusal.code}</Code><Detail>${detail}</Detail></Error>`;
    return answerTextFrom(this.refusal, text, { "content-type": "application/xml; charset=utf-8" });
  }
}

/** 410: there is no such entity, or no longer. */
export function entityGone(path: string): ServiceBusError {
  return new ServiceBusError(behaviours.entityGone, `The messaging entity '${path}' could not be found.`);
}

/** 404: no message is locked with this token, or no longer. */
export function lockLost(): ServiceBusError {
  const message =
    "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.";
  return new ServiceBusError(behaviours.lockLost, message);
}

/** 401 or 403: no role permits the caller the data action at the entity. */
export function rightMissing(
  { name, subscription }: ServiceBusEntity,
  dataAction: string,
  { readings }: { readonly readings: Readings },
): ServiceBusError {
  const claim = dataAction.includes("/send/") ? "Send" : "Listen";
  const resource = subscription === undefined ? name : `${name}/subscriptions/${subscription}`;
  const message = `Unauthorized access. '${claim}' claim(s) are required to perform this operation. Resource: '${resource}'.`;
  const record =
    follow(readings, "missingMessageRight") === "unauthorized" ? behaviours.rightMissing : behaviours.forbidden;
  return new ServiceBusError(record, message);
}
