/**
 * Text of a workflow definition that is read as it is, whatever it contains: `@` at the start and `@{` would begin an
 * expression. https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference
 */
export function literalText(text: string): string {
  return text.startsWith("@") ? `@${text}` : text.split("@{").join("@@{");
}
