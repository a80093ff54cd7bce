/**
 * Expression of an action's JSON response: an empty object if the response is anything else, or absent.
 *
 * A proxy may answer with plain text. Reading a property of text is an error, and so is `json()` of invalid JSON.
 */
export function bodyAsObject(action: string): string {
  const body = `body('${action}')`;
  const text = `string(coalesce(${body}, ''))`;
  return `if(and(startsWith(${text}, '{'), not(equals(${text}, ${body}))), ${body}, json('{}'))`;
}
