/**
 * Expression of the JSON value in an action's answer, whatever its content type: Logic Apps gives JSON as a value, text as
 * a string, and other types in an envelope `{ "$content-type", "$content" }`, whose content is in base64. Fails on what is
 * not JSON. https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type
 */
export function answerAsJson(action: string): string {
  const text = `string(body('${action}'))`;
  // Found in the text: a property of a string could not be read, and `if` evaluates both branches.
  const content = `split(split(concat(${text}, '"$content":""'), '"$content":"')[1], '"')[0]`;
  return `json(if(startsWith(${text}, '{"$content'), base64ToString(${content}), ${text}))`;
}
