import type { Condition } from "../definition";
import { textOf } from "../definition/building";

/**
 * Conditions that are all true of an https URL whose host equals one of the suffixes, or ends with a period and one of them.
 *
 * @param instanceUrl an expression; null counts as no URL
 */
export function isAllowedInstanceUrl(instanceUrl: string, suffixes: readonly string[]): readonly Condition[] {
  const url = `toLower(string(${textOf(instanceUrl)}))`;
  // Every condition is evaluated, and uriHost() fails on what is no URL.
  const host = `@toLower(uriHost(if(startsWith(${url}, 'https://'), ${url}, 'https://none')))`;
  return [
    { startsWith: [`@${url}`, "https://"] },
    {
      or: suffixes.flatMap((suffix) => [
        { equals: [host, suffix.toLowerCase()] },
        { endsWith: [host, `.${suffix.toLowerCase()}`] },
      ]),
    },
  ];
}
