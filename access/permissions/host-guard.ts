import type { PlacedAction } from "../../definition";
import type { CallExpression, Expression } from "../../definition/expressions";
import type { ParameterValues } from "./fold-template";
import { canonical, guardsAround, innermostLoop } from "./guards";
import { toExpression } from "./condition-expression";
import { knownList } from "./name-guard";

/**
 * Decides whether an If around an action lets only known hosts pass.
 *
 * A guard compares the host with a literal by `equals`, its end with one by `endsWith`, which must begin with a period, the
 * beginning of the URL with one by `startsWith`, which must hold the whole host, or looks it up in a known list.
 *
 * @param host expression that gives the host, such as `uriHost(…)`
 * @param actions every action of the definition
 */
export function isHostGuarded(
  placed: PlacedAction,
  host: Expression,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): boolean {
  const wanted = canonical(plain(host), innermostLoop(placed.within));
  return guardsAround(placed, host, actions).some(({ condition, loop }) => {
    const isHost = (expression: Expression): boolean => canonical(plain(expression), loop) === wanted;
    // The part before the end of a text that is not a host may itself be a host.
    const isUrl = (expression: Expression): boolean =>
      isHost({ kind: "call", name: "uriHost", arguments: [expression] });
    const limits = (call: Expression): boolean => call.kind === "call" && isLimit(call, { isHost, isUrl, limits });
    const read = toExpression(condition);
    return read !== undefined && limits(read);

    function isLimit({ name, arguments: given }: CallExpression, by: Comparisons): boolean {
      const [first, second] = given;
      switch (name.toLowerCase()) {
        case "and":
          return given.some(by.limits);
        case "or":
          return given.length > 0 && given.every(by.limits);
        case "equals":
          return (
            given.some((each) => each.kind === "literal" && each.value === true && given.some(by.limits)) ||
            (given.some(by.isHost) && given.some(isText))
          );
        case "endswith":
          return first !== undefined && isUriHost(host) && by.isHost(first) && /^\./.test(textOf(second));
        case "startswith":
          return first !== undefined && by.isUrl(first) && /^https:\/\/[^/?#\\@]+\//i.test(textOf(second));
        case "contains":
          return (
            first !== undefined &&
            second !== undefined &&
            by.isHost(second) &&
            knownList(first, parameters) !== undefined
          );
        default:
          return false;
      }
    }
  });
}

interface Comparisons {
  readonly isHost: (expression: Expression) => boolean;
  readonly isUrl: (expression: Expression) => boolean;
  readonly limits: (expression: Expression) => boolean;
}

/** Without what leaves the host as it is: letter case, and a literal that stands in where there is no URL. */
function plain(expression: Expression): Expression {
  if (expression.kind !== "call") return expression;
  const [first, second, third] = expression.arguments;
  const name = expression.name.toLowerCase();
  if (["tolower", "toupper", "string", "trim"].includes(name) && first !== undefined) return plain(first);
  if (name === "if" && second !== undefined && third?.kind === "literal") return plain(second);
  const standsIn = second?.kind === "literal" && second.value !== null;
  if (name === "coalesce" && first !== undefined && standsIn) return plain(first);
  return { ...expression, arguments: expression.arguments.map(plain) };
}

function isUriHost(host: Expression): boolean {
  const { kind, ...rest } = plain(host);
  return kind === "call" && "name" in rest && rest.name.toLowerCase() === "urihost";
}

function isText(expression: Expression): boolean {
  return expression.kind === "literal" && typeof expression.value === "string" && expression.value !== "";
}

function textOf(expression: Expression | undefined): string {
  return expression?.kind === "literal" && typeof expression.value === "string" ? expression.value : "";
}
