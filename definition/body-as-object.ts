/**
 * Expression of an action's JSON answer: an empty object where it answered something else, or nothing.
 *
 * A proxy may answer a text, and a property of a text is an error, as is `json()` of one that is no JSON.
 */
export function bodyAsObject(action: string): string {
  const body = `body('${action}')`;
  const text = `string(coalesce(${body}, ''))`;
  return `if(and(startsWith(${text}, '{'), not(equals(${text}, ${body}))), ${body}, json('{}'))`;
}
