import type { Actions } from "../definition";
import { asObject } from "../definition";
import {
  answerPropertyRows,
  document,
  hiddenQueries,
  keyName,
  namePattern,
  operation,
  parameterRows,
  statusRows,
} from "./reference-rows";
import { answerFailure, refuseName } from "./relay/relay-answers";
import { setSecretPath } from "./set-secret-document";

/** `docs/connector.md`: the Set secret action, from the document and the answers that it is deployed with. */
export function renderReference(): string {
  const refused = `\`${answeredCode(refuseName(), "Refuse_name")}\``;
  const noAnswer = `\`${fallbackOf(answeredCode(answerFailure("Set_secret"), "Answer_failure"))}\``;
  return `# The ${operation.summary ?? ""} action

<!-- Written by \`npm run reference\` from the connector's document and its relay's answers in connector/; edit those. -->

${operation.description ?? ""}

The action belongs to the custom connector "${document.info.title}". Behind it, a relay Logic App calls Key Vault with
its own managed identity. So whoever uses the action needs no right in the vault, and can write the names on the
connector's list and no others.

\`PUT ${setSecretPath}\`, authenticated by the API key \`${keyName()}\`, which the connection holds.

## What it takes

${table(["Parameter", "Shown as", "Type", "Required", "Meaning"], parameterRows())}

The body takes no other property: the relay answers 400 to one that its schema does not know. The queries
${hiddenQueries()
  .map((name) => `\`${name}\``)
  .join(", ")} are constants of the relay's address; the designer fills them in and hides them. Times are
whole seconds since 1970 (Unix time). Key Vault's own limits hold: 25 KB for a value, 15 tags.

**Turn on "Secure inputs" in the action's settings.** Otherwise the value can be read in the run history of the Logic
App that calls the action. The relay's own run history hides it.

## What it answers

${table(["Status", "Answer", "Meaning"], statusRows())}

Status 200 has these properties. **The value is never repeated.**

${table(["Property", "Type", "Meaning"], answerPropertyRows())}

Every other answer of the relay has Key Vault's form,
\`{ "error": { "code", "message", "innererror": { "code" } } }\`.

## What can go wrong

${table(
  ["Status", "`error.code`", "Why", "What to do"],
  [
    ["400", "Logic Apps' own", "The body does not fit the schema.", "Send the properties above and no others."],
    [
      "401",
      "Logic Apps' own",
      "The connection's key is wrong, or the relay's key was regenerated.",
      "`pulumi up` renews the stack's own connection; other connections need the new key by hand.",
    ],
    ["403", refused, "The name is not on the list.", "Add it to the setting `allowedSecretNames`, or choose another."],
    [
      "403",
      "`Forbidden`",
      "Key Vault does not let the relay write; `innererror.code` says why.",
      "Wait some minutes after a deployment; then look at the relay's grants and the vault's firewall.",
    ],
    [
      "409",
      "`Conflict`",
      "A deleted secret of that name can still be recovered, or two writes came at once.",
      "Recover the secret, or write again.",
    ],
    [
      "429",
      "Key Vault's",
      "Key Vault is asked too often. The relay does not try again: the action's own retry policy does.",
      "Write less often.",
    ],
    [
      "504",
      noAnswer,
      "Key Vault gave no answer in time. The relay does not try again: the action's own retry policy does.",
      "Write again: at worst there is one version more.",
    ],
  ],
)}

Whatever else Key Vault answers is passed on with its status; \`error.code\` is ${noAnswer} where the answer could
not be read. A refused name and a failed write end the relay's run Failed, so that its metric \`RunsFailed\` counts them.

## How it differs from Key Vault's own Set Secret

${table(
  ["", "Key Vault", "This action"],
  [
    ["The answer", "repeats the value", "has no value"],
    ["`contentType` and `tags` that were not given", "are left out of the answer", "are answered empty"],
    ["Names", `any that fits \`${namePattern()}\``, "those on the list, in any case"],
    ["Who writes", "the caller", "the relay's managed identity"],
    ["403", "the caller has no right to write", `also: the name is not on the list (${refused})`],
    ["504", "–", "Key Vault gave the relay no answer in time"],
    ["Tries", "the caller's own", "three of at most 30 s, 5 s apart; give the action at most one retry"],
  ],
)}
`;
}

/** What an answer of the relay has as `error.code`. */
function answeredCode(actions: Actions, name: string): string {
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
