import { literalText } from "../../../definition/building";

/** URL of an endpoint as an action's `uri`. RFC 6749, section 3.2: a query is kept. */
export function endpointUri(url: string): string {
  // In a path, URL encodes braces, with which Logic Apps begins an expression; in a query it does not.
  return literalText(new URL(url).href);
}
