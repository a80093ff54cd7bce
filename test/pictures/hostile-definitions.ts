import fc from "fast-check";
import type { JsonObject } from "../../definition";
import { anyCharacter } from "../any-characters";

/** Names that break what does not escape them. */
export const hostileNames: readonly string[] = [
  `"quoted" 'name'`,
  "</title></svg><script>alert(1)</script>",
  "]]> --> <!-- %%{init: {}}%%",
  "first\nsecond\r\n```\n:::",
  "\u202eoverridden\u202c \u2067isolated\u2069",
  "\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd \u0645\u0631\u062d\u0628\u0627",
  "👩‍👩‍👧 🏴 é",
  "\ud800 \udc00 \ufffe \u0000",
  "&lt; &#35; #35; #quot; &",
  "end",
  "`*bold*` _em_ [a](b) | 1. x",
  "__proto__",
  "constructor",
  "x".repeat(80),
  "",
];

const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: anyCharacter, maxLength: 80 }));
const status = fc.oneof(fc.constantFrom("Succeeded", "FAILED", "Skipped", "TimedOut"), name, fc.integer());
const type = fc.oneof(
  fc.constantFrom(
    "Http",
    "ApiConnection",
    "If",
    "Switch",
    "Foreach",
    "Until",
    "Scope",
    "Terminate",
    "Response",
    "Compose",
  ),
  name,
);

const { actions } = fc.letrec<{ actions: JsonObject; action: JsonObject }>((tie) => ({
  actions: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, fc.constant({ type: "Compose" }), tie("action")), {
    maxKeys: 4,
  }),
  action: fc.record(
    {
      type,
      runAfter: fc.dictionary(name, fc.array(status, { maxLength: 3 }), { maxKeys: 3 }),
      inputs: fc.oneof(fc.record({ uri: name, method: name, body: name }, { requiredKeys: [] }), fc.jsonValue()),
      description: name,
      runtimeConfiguration: fc.oneof(
        fc.constant({ secureData: { properties: ["inputs", "outputs"] } }),
        fc.jsonValue(),
      ),
      actions: tie("actions"),
      else: fc.record({ actions: tie("actions") }),
      cases: fc.dictionary(name, fc.record({ actions: tie("actions") }), { maxKeys: 2 }),
      default: fc.record({ actions: tie("actions") }),
    },
    { requiredKeys: ["type"] },
  ),
}));

/** Definitions that no designer would write: any names, types, statuses, references and depth. */
export const hostileDefinitions: fc.Arbitrary<JsonObject> = fc.record({
  triggers: fc.dictionary(name, fc.record({ type }), { maxKeys: 2 }),
  actions,
});
