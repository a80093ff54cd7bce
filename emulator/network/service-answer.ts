import { exercise, type Behaviour, type Success } from "../provenance";
import { json, type HttpAnswer } from "./http-messages";

/** Marks answers that {@link answerFrom} or {@link passOn} made. */
declare const answered: unique symbol;

/** An answer that a service gives from the record of a behaviour, and can give in no other way. */
export type ServiceAnswer = HttpAnswer & { readonly [answered]: true };

/**
 * Answers as a record says, with its status.
 *
 * @param body in JSON; without one, the answer has none
 */
export function answerFrom(
  record: Success,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): ServiceAnswer {
  const { status } = exercise(record);
  return (body === undefined ? { status, headers, body: "" } : json(status, body, headers)) as ServiceAnswer;
}

/** Answers as a record says, with its status and a text. @param headers with the content type, if the text has one */
export function answerTextFrom(
  record: Success,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): ServiceAnswer {
  const { status } = exercise(record);
  return { status, headers, body: text } as ServiceAnswer;
}

/** Passes on an answer that somebody else wrote, such as a workflow's Response action. */
export function passOn(record: Behaviour, answer: HttpAnswer): ServiceAnswer {
  exercise(record);
  return answer as ServiceAnswer;
}
