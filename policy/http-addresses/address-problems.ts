import type { JsonObject } from "../../definition";
import { asObject, pathOf, walkActions, walkTriggers } from "../../definition";
import type { ParameterValues } from "../data-flow";
import { foldText } from "../data-flow";
import { defaultAudiences, findAudiences, isAzureAudience, possibleAudiences } from "./audiences";
import type { AudienceOfHosts } from "./azure-audiences";
import type { Address } from "./read-address";
import { readAddress } from "./read-address";
import { casesOfRequest, findVariableTexts } from "./variable-texts";

/** An address that is not fit to be sent to, or not with the identity's token. */
export interface AddressProblem {
  /** Name of the action or trigger. */
  readonly node: string;
  /** In the definition. */
  readonly path: string;
  readonly message: string;
}

export interface AddressProblems {
  readonly problems: readonly AddressProblem[];
  /** Places that are known only after deployment. */
  readonly unknown: readonly Omit<AddressProblem, "message">[];
}

/** Every request of a definition that is not sent by https, or with a token that is not for where it goes. */
export function addressProblems(
  definition: unknown,
  parameters: ParameterValues,
  declared: readonly AudienceOfHosts[],
): AddressProblems {
  const problems: AddressProblem[] = [];
  const unknown: Omit<AddressProblem, "message">[] = [];
  const texts = findVariableTexts(definition, parameters);
  for (const placed of [...walkTriggers(definition), ...walkActions(definition)]) {
    const { name, action } = placed;
    for (const { path, request } of readRequests(action)) {
      const reported = new Set<string>();
      const once = (below: string, message: string): boolean =>
        reported.size < reported.add(`${below} ${message}`).size;
      const report = (below: string, message: string): void => {
        if (once(below, message)) problems.push({ node: name, path: `${pathOf(placed)}.${path}.${below}`, message });
      };
      const undecided = (below: string): void => {
        if (once(below, "")) unknown.push({ node: name, path: `${pathOf(placed)}.${path}.${below}` });
      };
      for (const known of casesOfRequest(request, texts, parameters)) {
        checkRequest(request, known, declared, report, undecided);
      }
    }
    const audience = functionAudience(action, parameters);
    if (audience !== undefined && isAzureAudience(audience)) {
      const message = "A function is sent a token for one of Azure's own services, which it could use itself.";
      problems.push({ node: name, path: `${pathOf(placed)}.inputs.authentication.audience`, message });
    }
  }
  return { problems, unknown };
}

/** HTTP webhooks have a request for each of subscribe and unsubscribe. */
function readRequests({ type, inputs }: JsonObject): readonly { path: string; request: JsonObject }[] {
  const kind = typeof type === "string" ? type.toLowerCase() : "";
  if (kind === "http") return [{ path: "inputs", request: asObject(inputs) }];
  if (kind !== "httpwebhook") return [];
  return ["subscribe", "unsubscribe"].map((part) => ({
    path: `inputs.${part}`,
    request: asObject(asObject(inputs)[part]),
  }));
}

/** Audience of the managed identity's token that a function or an API of API Management is sent. */
function functionAudience({ type, inputs }: JsonObject, parameters: ParameterValues): string | undefined {
  if (typeof type !== "string" || !/^(function|apimanagement)$/i.test(type)) return undefined;
  const authentication = resolved(asObject(inputs).authentication, parameters);
  if (authentication === "unknown" || !/^managedserviceidentity$/i.test(String(authentication.type))) return undefined;
  return audienceText(authentication.audience, parameters);
}

function checkRequest(
  request: JsonObject,
  parameters: ParameterValues,
  declared: readonly AudienceOfHosts[],
  report: (below: string, message: string) => void,
  undecided: (below: string) => void,
): void {
  const address = readAddress(request.uri, parameters);
  if (address === undefined) return;
  if (address.kind === "unknown" && address.scheme === undefined) {
    undecided("uri");
  } else if (address.kind === "open") {
    report("uri", "The scheme of the address is known only at run time.");
  } else if (address.scheme !== "https") {
    report("uri", "The address is not https.");
  }
  const authentication = resolved(request.authentication, parameters);
  if (authentication === "unknown") {
    undecided("authentication");
    return;
  }
  if (typeof authentication.type !== "string" || authentication.type.toLowerCase() !== "managedserviceidentity") return;
  checkAudience(address, authentication.audience, parameters, declared, report, undecided);
}

function checkAudience(
  address: Address,
  written: unknown,
  parameters: ParameterValues,
  declared: readonly AudienceOfHosts[],
  report: (below: string, message: string) => void,
  undecided: (below: string) => void,
): void {
  if (address.kind !== "fixed" && address.kind !== "unknown") {
    report("uri", "The managed identity's token goes to a host that is known only at run time.");
    return;
  }
  const audience = written === undefined ? undefined : audienceText(written, parameters);
  if (audience === "unknown") {
    undecided("authentication.audience");
    return;
  }
  const isVault = address.kind === "unknown" && /^\/(secrets|keys|certificates)\b/i.test(address.path);
  const allowed =
    address.kind === "fixed" ? findAudiences(address.host, declared) : possibleAudiences(isVault, declared);
  const audiences = written === undefined ? defaultAudiences : audience === undefined ? [] : [audience];
  if (audiences.some((each) => allowed.includes(each))) return;
  const seen =
    written === undefined
      ? "none, which stands for Azure Resource Manager's"
      : audience === undefined
        ? "an audience that is known only at run time"
        : "another";
  const wanted =
    address.kind === "unknown" && !isVault
      ? "that of the service"
      : [...new Set(allowed.filter((each) => !each.endsWith("/")))].join(" or ");
  report("authentication.audience", `The token's audience must be ${wanted}; the definition names ${seen}.`);
}

/** @returns undefined for an audience that is given at run time */
function audienceText(written: unknown, parameters: ParameterValues): string | undefined {
  const [only, second] = foldText(written, parameters);
  if (typeof written === "symbol") return "unknown";
  if (second !== undefined || only === undefined) return undefined;
  if (typeof only === "string") return only;
  return only.kind === "call" && only.name.toLowerCase() === "parameters" ? "unknown" : undefined;
}

function resolved(authentication: unknown, parameters: ParameterValues): JsonObject | "unknown" {
  if (typeof authentication === "symbol") return "unknown";
  if (typeof authentication !== "string") return asObject(authentication);
  const name = /^@parameters\('([^']+)'\)$/i.exec(authentication)?.[1]?.toLowerCase();
  const value = name === undefined ? undefined : parameters.get(name);
  return typeof value === "object" && value !== null ? asObject(value) : "unknown";
}
