import type { Actions } from "../../definition";
import { bodyAsObject } from "../../definition";

const headers = { "Content-Type": "application/json" };

/** Answered where Key Vault gave no error that can be passed on. */
const unread = { code: "NoAnswerFromKeyVault", message: "Key Vault gave no answer that could be read." };

/**
 * Answers what Key Vault answered, without the value.
 *
 * What Key Vault left out is answered as its empty form: an expression for an absent property would be null.
 */
export function answerSecretItem(action: string): Actions {
  const answer = `body('${action}')`;
  return {
    Answer: {
      type: "Response",
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

/** Answers Key Vault's status, code and message, or 504 where it gave none; then fails the run. */
export function answerFailure(action: string): Actions {
  const error = `${bodyAsObject(action)}?['error']`;
  const status = `coalesce(outputs('${action}')?['statusCode'], 504)`;
  return {
    Answer_failure: {
      type: "Response",
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
    // An error that is no object, whose properties are an error in turn.
    Answer_unread_failure: {
      type: "Response",
      kind: "Http",
      runAfter: { Answer_failure: ["Failed", "TimedOut"] },
      inputs: { statusCode: `@${status}`, headers, body: { error: { ...unread, innererror: { code: "" } } } },
    },
    Fail_run: {
      type: "Terminate",
      runAfter: {
        Answer_failure: ["Succeeded", "Failed", "TimedOut"],
        Answer_unread_failure: ["Succeeded", "Failed", "Skipped", "TimedOut"],
      },
      inputs: {
        runStatus: "Failed",
        runError: {
          code: "SetSecretFailed",
          message: `Key Vault did not store the secret: status @{${status}}. The relay's answer has its code and message.`,
        },
      },
    },
  };
}

/** Answers 403 to a name that is not on the list; then fails the run. */
export function refuseName(): Actions {
  return {
    Refuse_name: {
      type: "Response",
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
    Fail_refused_run: {
      type: "Terminate",
      runAfter: { Refuse_name: ["Succeeded", "Failed", "TimedOut"] },
      inputs: {
        runStatus: "Failed",
        runError: {
          code: "SecretNameNotAllowed",
          message: "A caller asked for a secret whose name is not on the list allowedSecretNames.",
        },
      },
    },
  };
}
