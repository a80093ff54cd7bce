import type { Actions } from "../../definition";
import { bodyAsObject, failRun } from "../../definition/building";

const headers = { "Content-Type": "application/json" };

/** Error for a failure in which Key Vault's response has none that can be passed on. */
const unread = { code: "NoAnswerFromKeyVault", message: "Key Vault gave no answer that could be read." };

/**
 * Responds with Key Vault's response, without the value.
 *
 * Properties that Key Vault omits are empty in the response: an expression for an absent property would be null.
 */
export function respondWithSecretItem(action: string): Actions {
  const answer = `body('${action}')`;
  return {
    Answer: {
      type: "Response",
      description: "Answers with what Key Vault answered, without the value.",
      kind: "Http",
      runAfter: { [action]: ["Succeeded"] },
      inputs: {
        statusCode: 200,
        headers,
        body: {
          id: `@${answer}['id']`,
          contentType: `@coalesce(${answer}?['contentType'], '')`,
          attributes: `@${answer}['attributes']`,
          tags: `@coalesce(${answer}?['tags'], json('{}'))`,
        },
      },
    },
  };
}

/** Responds with Key Vault's status, code and message, or with 504 if it did not respond; then fails the run. */
export function respondWithFailure(action: string): Actions {
  const error = `${bodyAsObject(action)}?['error']`;
  const status = `coalesce(outputs('${action}')?['statusCode'], 504)`;
  return {
    Answer_failure: {
      type: "Response",
      description: "Answers with the status, code and message of Key Vault's error; 504 if Key Vault did not answer.",
      kind: "Http",
      runAfter: { [action]: ["Failed", "TimedOut"] },
      inputs: {
        statusCode: `@${status}`,
        headers,
        body: {
          error: {
            code: `@coalesce(${error}?['code'], '${unread.code}')`,
            message: `@coalesce(${error}?['message'], '${unread.message}')`,
            innererror: { code: `@coalesce(${error}?['innererror']?['code'], '')` },
          },
        },
      },
    },
    // For an error that is not an object: reading its properties fails.
    Answer_unread_failure: {
      type: "Response",
      description: "Answers with Key Vault's status if its error could not be read.",
      kind: "Http",
      runAfter: { Answer_failure: ["Failed", "TimedOut"] },
      inputs: { statusCode: `@${status}`, headers, body: { error: { ...unread, innererror: { code: "" } } } },
    },
    Fail_run: failRun({
      description: "Ends the run Failed, so that it counts as failed in metrics and alerts.",
      code: "SetSecretFailed",
      message: `Key Vault did not store the secret: status @{${status}}. The relay's answer has its code and message.`,
      runAfter: {
        Answer_failure: ["Succeeded", "Failed", "TimedOut"],
        Answer_unread_failure: ["Succeeded", "Failed", "Skipped", "TimedOut"],
      },
    }),
  };
}

/** Responds with 403 to a name that is not on the list; then fails the run. */
export function rejectName(): Actions {
  return {
    Refuse_name: {
      type: "Response",
      description: "Answers 403 to a name that is not in the list.",
      kind: "Http",
      runAfter: {},
      inputs: {
        statusCode: 403,
        headers,
        body: {
          error: {
            code: "SecretNameNotAllowed",
            message: "This connector may not write a secret of that name. Its document lists the names that it may.",
          },
        },
      },
    },
    Fail_refused_run: failRun({
      description: "Ends the run Failed, so that it counts as failed in metrics and alerts.",
      code: "SecretNameNotAllowed",
      message: "A caller asked for a secret whose name is not on the list allowedSecretNames.",
      runAfter: { Refuse_name: ["Succeeded", "Failed", "TimedOut"] },
    }),
  };
}
