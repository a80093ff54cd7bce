import type { PlacedAction } from "../../definition";
import { asObject } from "../../definition";
import { findTexts, readRequest, writesSecret } from "../data-flow";
import { isCredentialName } from "./secret-names";

/** A place of an action or trigger where a credential belongs, with what stands there. */
export interface CredentialPlace {
  readonly path: string;
  /** A string of the definition; where it is part of a text, that part. */
  readonly text: string;
  /** Description for the report. */
  readonly what: string;
}

/** Properties of `authentication` that hold credentials, of every type. */
const authenticationProperties = new Set("password secret pfx value key".split(" "));
/** Headers and queries whose names say nothing to {@link isCredentialName}. */
const otherNames = new Set("authorization proxy-authorization cookie x-functions-key aeg-sas-key sig".split(" "));
/** Fields of forms. RFC 6749. */
const formField =
  /(?:^|&)(client_secret|password|refresh_token|client_assertion|assertion|api_key|access_token)=([^&]*)/gi;

/** Every place of an action's or trigger's inputs that is there for a credential. */
export function credentialPlaces(placed: Pick<PlacedAction, "type" | "action">): readonly CredentialPlace[] {
  const places = known.get(placed.action) ?? findPlaces(placed);
  known.set(placed.action, places);
  return places;
}

/** Two rules ask for the places of each action. */
const known = new WeakMap<object, readonly CredentialPlace[]>();

function findPlaces({ type, action }: Pick<PlacedAction, "type" | "action">): readonly CredentialPlace[] {
  const inputs = asObject(action.inputs);
  const { body } = inputs;
  const { value } = asObject(body);
  const request = typeof value === "string" ? readRequest(type, inputs, new Map()) : undefined;
  return [
    ...entries(inputs.authentication, (name) => authenticationProperties.has(name.toLowerCase())).map(
      ([name, text]) => ({ path: `inputs.authentication.${name}`, text, what: "the authentication" }),
    ),
    ...(["headers", "queries"] as const).flatMap((part) =>
      entries(inputs[part], isSendingName).map(([name, text]) => ({
        path: `inputs.${part}.${name}`,
        text,
        what: part === "headers" ? "a header" : "a query parameter",
      })),
    ),
    ...findTexts(body, "inputs.body")
      .filter((placed) => isCredentialName(placed.name()))
      .map((placed) => ({ path: placed.path(), text: placed.text, what: "a property of the body" })),
    ...markedUp(body),
    ...formFields(body),
    ...addressQueries(inputs.uri),
    ...(typeof value === "string" && request !== undefined && writesSecret(request)
      ? [{ path: "inputs.body.value", text: value, what: "a secret's value" }]
      : []),
  ];
}

function isSendingName(name: string): boolean {
  return otherNames.has(name.toLowerCase()) || isCredentialName(name);
}

function entries(value: unknown, isWanted: (name: string) => boolean): [name: string, text: string][] {
  return Object.entries(asObject(value)).flatMap(([name, text]) =>
    typeof text === "string" && isWanted(name) ? [[name, text]] : [],
  );
}

/** Elements of XML and properties of JSON within a body that is a text. */
function markedUp(body: unknown): readonly CredentialPlace[] {
  if (typeof body !== "string") return [];
  const found = [
    ...body.matchAll(/<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>([^<>]+)<\//g),
    ...body.matchAll(/"([\w.-]+)"\s*:\s*"([^"]*)"/g),
  ];
  return found
    .filter(([, name = ""]) => isCredentialName(name))
    .map(([, , text = ""]) => ({ path: "inputs.body", text, what: "a part of the body" }));
}

/** Parameters of an address, as written. */
function addressQueries(uri: unknown): readonly CredentialPlace[] {
  if (typeof uri !== "string") return [];
  return [...uri.matchAll(/[?&]([\w.-]+)=((?:@\{[^}]*\}|[^&#])*)/g)]
    .filter(([, name = "", text = ""]) => isSendingName(name) || (/^key$/i.test(name) && text.startsWith("@{")))
    .map(([, , text = ""]) => ({ path: "inputs.uri", text, what: "a query parameter" }));
}

function formFields(body: unknown): readonly CredentialPlace[] {
  if (typeof body !== "string") return [];
  return [...body.matchAll(formField)].map(([, name = "", text = ""]) => ({
    path: "inputs.body",
    text,
    what: `the form field ${name.toLowerCase()}`,
  }));
}
