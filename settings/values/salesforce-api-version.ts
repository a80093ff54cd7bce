/**
 * First version with upserts of several records in one request.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-upsert.html
 */
const oldestApiVersion = 46;

/** The problem with a text that should be a version of Salesforce's REST API. */
export function apiVersionProblem(text: string): string | undefined {
  const [, version] = /^([1-9][0-9]{1,2})\.0$/.exec(text) ?? [];
  if (version === undefined)
    return 'is not a version of Salesforce\'s REST API. Expected one such as "67.0", in quotes.';
  return Number(version) < oldestApiVersion
    ? `is ${version}.0. The minimum is ${oldestApiVersion}.0, the first version that upserts several records in one request.`
    : undefined;
}
