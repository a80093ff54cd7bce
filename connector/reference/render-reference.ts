import type { Actions } from "../../definition";
import { asObject } from "../../definition";
import {
  responsePropertyRows,
  document,
  hiddenQueries,
  keyName,
  namePattern,
  operation,
  parameterRows,
  statusRows,
} from "./reference-rows";
import { describeTries } from "./describe-tries";
import { respondWithFailure, rejectName } from "../relay/relay-responses";
import { setSecretAction } from "../relay/relay-definition";
import { setSecretPath } from "../operation/set-secret-document";

/** Renders `docs/connector.md`: the Set secret action, from the document, the relay and the responses that are deployed. */
export function renderReference(): string {
  const refused = `\`${responseCode(rejectName(), "Refuse_name")}\``;
  const tries = describeTries();
  const noAnswer = `\`${fallbackOf(responseCode(respondWithFailure(setSecretAction), "Answer_failure"))}\``;
  return `# The ${operation.summary ?? ""} action

<!-- Written by \`npm run reference\` from the connector's document and its relay's answers in connector/; edit those. -->

${operation.description ?? ""}

The action is part of the custom connector "${document.info.title}". The connector calls a relay Logic App, which calls
Key Vault with its own managed identity. Users of the action therefore need no permission in the vault, and can write
only the secrets on the connector's list.

\`PUT ${setSecretPath}\`, authenticated by the API key \`${keyName()}\`, which the connection stores.

## Parameters

${table(["Parameter", "Display name", "Type", "Required", "Description"], parameterRows())}

The relay rejects a body with any other property with status 400. The query parameters ${hiddenQueries()
    .map((name) => `\`${name}\``)
    .join(", ")}
are constants of the relay's address; the designer fills them in and hides them. Times are in Unix time (whole seconds
since 1970). Key Vault's own limits apply: 25 KB per value and 15 tags.

**Turn on "Secure inputs" in the action's settings.** Otherwise the value is readable in the run history of the Logic
App that calls the action. The relay's own run history hides it.

## Responses

${table(["Status", "Schema", "Description"], statusRows())}

A response with status 200 has these properties. **It never contains the value.**

${table(["Property", "Type", "Description"], responsePropertyRows())}

Every other response of the relay has the form of a Key Vault error,
\`{ "error": { "code", "message", "innererror": { "code" } } }\`.

## Errors

${table(
  ["Status", "`error.code`", "Cause", "Fix"],
  [
    ["400", "from Logic Apps", "The body does not match the schema.", "Send only the properties above."],
    [
      "401",
      "from Logic Apps",
      "The connection's key is wrong, or the relay's key was regenerated.",
      "`pulumi up` updates the stack's own connection. Enter the new key in all other connections.",
    ],
    [
      "403",
      refused,
      "The name is not on the list.",
      "Add it to the setting `allowedSecretNames`, or use another name.",
    ],
    [
      "403",
      "`Forbidden`",
      "Key Vault does not allow the relay to write; `innererror.code` has the reason.",
      "After a deployment, wait a few minutes. Then check the relay's permissions and the vault's firewall.",
    ],
    [
      "409",
      "`Conflict`",
      "A deleted secret of that name can still be recovered, or two writes happened at the same time.",
      "Recover the secret, or write again.",
    ],
    ["429", "from Key Vault", `Key Vault receives too many requests. ${tries.whoRetries}`, "Write less often."],
    [
      "504",
      noAnswer,
      `Key Vault did not respond in time. ${tries.whoRetries}`,
      "Write again. At worst, the secret has an additional version.",
    ],
  ],
)}

All other responses of Key Vault are passed on with their status; \`error.code\` is ${noAnswer} if the response could
not be read. The relay's run fails for a rejected name and for a failed write, so its metric \`RunsFailed\` counts both.

## Differences from Key Vault's Set Secret

${table(
  ["", "Key Vault", "This action"],
  [
    ["Response", "contains the value", "does not contain the value"],
    ["`contentType` and `tags` that were not set", "absent from the response", "empty in the response"],
    ["Names", `any that matches \`${namePattern()}\``, "those on the list, in any case"],
    ["Identity", "the caller's", "the relay's managed identity"],
    ["403", "the caller may not write", `also: the name is not on the list (${refused})`],
    ["504", "–", "Key Vault did not respond to the relay in time"],
    ["Requests per call", "one", tries.requests],
  ],
)}
`;
}

/** The `error.code` of a response of the relay. */
function responseCode(actions: Actions, name: string): string {
  const { code } = asObject(asObject(asObject(asObject(actions[name]).inputs).body).error);
  return typeof code === "string" ? code : "";
}

/** `x` of the expression `@coalesce(…, 'x')`. */
function fallbackOf(expression: string): string {
  return /, '([^']+)'\)$/.exec(expression)?.[1] ?? "";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    "<!-- prettier-ignore-start -->",
    "",
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
    "<!-- prettier-ignore-end -->",
  ].join("\n");
}
