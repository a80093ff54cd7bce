import type { Stack } from "../../../../policy/model";
import { http, readingStack } from "../../stacks/stack-builder";
import type { Address, ReportedCase } from "../reported-case";

/** A stack whose workflow sends a hidden request, and shows an expression of the answer. */
function shows(request: object, expression: string): Stack {
  return readingStack({ Send: request, Show: { type: "Compose", inputs: expression } });
}

/** A case whose request is hidden and whose answer's part is shown. */
export function shownPart(
  id: string,
  what: string,
  source: Address,
  request: object,
  expression: string,
  isSecret = true,
): ReportedCase {
  return { id, what, source, rules: isSecret ? ["hidden-tokens"] : [], stack: shows(request, expression) };
}

/** A POST request, hidden in run history. */
export const post = (uri: string, rest: object = {}): object => http("POST", uri, rest);
