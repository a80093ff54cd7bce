/**
 * Expression of an action's body; null if the action was skipped. No document says whether `body()` of a skipped action
 * fails. https://learn.microsoft.com/azure/logic-apps/expression-functions-reference#actions
 */
export function bodyUnlessSkipped(action: string): string {
  return `actions('${action}')?['outputs']?['body']`;
}
