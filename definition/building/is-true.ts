import type { Condition } from "../workflow-definition";

/**
 * Condition whose operands in run history are only true or false. An If action cannot hide its operands, so none of them
 * may be a secret. https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#obfuscate
 */
export function isTrue(expression: string): Condition {
  return { equals: [`@${expression}`, true] };
}
