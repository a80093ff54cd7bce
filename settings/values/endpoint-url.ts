import { requestOwnedName, namesSecret } from "./request-words";

/** The problem with a text that should be an endpoint's URL; never shows the text, which may contain a secret. */
export function endpointUrlProblem(text: string): string | undefined {
  const problems = urlProblems(text);
  return problems.length === 0
    ? undefined
    : `${problems.join(", ")} (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.`;
}

function urlProblems(text: string): string[] {
  if (text.trim() !== text) return ["has blanks around it"];
  if (hasPlaceholder(text)) return ["contains a placeholder, to be replaced by your own value"];
  if (!URL.canParse(text) || /[\s\\]/.test(text)) return ["is not an absolute URL"];
  const url = new URL(text);
  return [
    ...(url.protocol === "https:" ? [] : ["does not use https"]),
    ...(/^[^/]*\/\/[^/?#]*@/.test(text) ? ["contains credentials"] : []),
    ...(text.includes("#") ? ["has a fragment"] : []),
    ...(url.pathname === "/" && url.search === "" ? ["has a host, but no path"] : []),
    ...queryProblems(url.searchParams),
  ];
}

function queryProblems(query: URLSearchParams): string[] {
  const names = [...query.keys()];
  return [
    ...(names.some((name) => namesSecret(name)) ? ["has a secret in its query"] : []),
    ...(names.some((name) => !namesSecret(name) && requestOwnedName(name))
      ? ["has a parameter of the token request in its query"]
      : []),
  ];
}

/** Brackets of placeholders, as they are and percent-encoded, which no endpoint's URL contains. */
const brackets = /[{}<>[\]]|%(?:7[bd]|3[ce]|5[bd])/i;
/** Words that vendors' documents have in place of a customer's own name, as a whole label or segment. */
const words =
  /(?:^|[/.=])(?:mydomainname|your[-_]?(?:auth0|okta|azure)?[-_]?(?:domain|tenant|subdomain|realm|instance|org|organization)[-_]?(?:id|name)?)(?=$|[/.:?&])/i;

function hasPlaceholder(text: string): boolean {
  const withoutAddress = text.replace(/^(https?:\/\/)\[[0-9a-f:.]+\]/i, "$1");
  return brackets.test(withoutAddress) || words.test(text);
}
