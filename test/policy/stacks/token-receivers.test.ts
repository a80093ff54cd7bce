import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import { getSecret, http, readingStack } from "./stack-builder";

const url = "body('Get_secret')?['tags']?['instance_url']";
const bearer = { headers: { Authorization: "Bearer @{body('Get_secret')?['value']}" } };
const send = (uri: string, rest: object = bearer): object => ({ Send: http("GET", uri, rest) });
const toHost = send(`https://@{uriHost(${url})}/data`);

function behind(expression: unknown, actions: object = toHost): object {
  return { Guard: { type: "If", expression, actions } };
}

function found(actions: object, definition: object = {}): readonly (string | undefined)[] {
  const { findings } = evaluatePolicies(readingStack(actions, definition));
  return findings.filter(({ rule }) => rule === "token-receivers").map(({ path }) => path);
}

describe("A secret that is sent to a host that only the run tells", () => {
  for (const [what, actions] of [
    ["without a condition", toHost],
    [
      "behind the end of a host without a period",
      behind({ and: [{ endsWith: [`@uriHost(${url})`, "salesforce.com"] }] }),
    ],
    ["behind the end of a URL", behind({ and: [{ endsWith: [`@${url}`, ".salesforce.com"] }] })],
    [
      "behind the beginning of a URL that leaves the host open",
      behind({ and: [{ startsWith: [`@${url}`, "https://api"] }] }),
    ],
    ["behind a condition on another URL", behind({ and: [{ equals: ["@uriHost(triggerBody()?['url'])", "a.com"] }] })],
    ["behind a text with the host in it", behind({ and: [{ equals: [`a@{uriHost(${url})}`, "a.com"] }] })],
    ["behind one of two conditions", behind({ or: [{ equals: [`@uriHost(${url})`, "a.com"] }, { equals: [1, 1] }] })],
    ["behind a condition that is not true", behind({ not: { equals: [`@uriHost(${url})`, "a.com"] } })],
    [
      "in the other branch",
      { Guard: { type: "If", expression: `@equals(uriHost(${url}),'a.com')`, actions: {}, else: { actions: toHost } } },
    ],
    [
      "of an inner loop",
      {
        Outer: {
          type: "Foreach",
          foreach: "@createArray('a')",
          actions: behind("@equals(uriHost(item()), 'a.com')", {
            Inner: { type: "Foreach", foreach: "@createArray('b')", actions: send("https://@{uriHost(item())}/data") },
          }),
        },
      },
    ],
    [
      "by a variable that is set behind the condition",
      behind("@equals(variables('host'), 'a.com')", {
        Change: { type: "SetVariable", inputs: { name: "host", value: "@triggerBody()" } },
        Send: http("GET", "https://@{variables('host')}/data", bearer, { runAfter: { Change: ["Succeeded"] } }),
      }),
    ],
    [
      "by an action that runs again behind the condition",
      behind(`@equals(uriHost(body('Again')), 'a.com')`, {
        Until: {
          type: "Until",
          actions: { Again: http("GET", "https://a.com"), ...send("https://@{uriHost(body('Again'))}/data") },
        },
      }),
    ],
    [
      "behind the host of a URL where another URL stands in for none",
      behind({ and: [{ equals: [`@uriHost(coalesce(triggerBody()?['url'], ${url}))`, "a.com"] }] }),
    ],
    ["in the body", send(`https://@{uriHost(${url})}/data`, { body: "@outputs('Get_secret')?['body']" })],
  ] as const) {
    it(`is found ${what}`, () => {
      assert.equal(found(actions).length, 1);
    });
  }

  for (const [what, actions] of [
    ["to a fixed host", send("https://api.example.com/data")],
    ["behind the host's name", behind(`@equals(toLower(uriHost(${url})), 'a.com')`)],
    ["behind the host's name as a text", behind({ and: [{ equals: [`@{uriHost(${url})}`, "a.com"] }] })],
    ["behind the end of the host", behind({ and: [{ endsWith: [`@uriHost(${url})`, ".salesforce.com"] }] })],
    ["behind the beginning of the URL", behind({ and: [{ startsWith: [`@${url}`, "https://a.com/"] }] })],
    ["behind a list of hosts", behind(`@contains(createArray('a.com', 'b.com'), uriHost(${url}))`)],
    [
      "behind either of two hosts, where a text stands in for what is no URL",
      behind({
        and: [
          { startsWith: [`@toLower(${url})`, "https://"] },
          {
            or: ["a.com", "b.com"].map((host) => ({
              endsWith: [`@toLower(uriHost(if(startsWith(${url}, 'https://'), ${url}, 'https://none')))`, `.${host}`],
            })),
          },
        ],
      }),
    ],
    [
      "behind the host of a URL where a text stands in for none",
      behind({ and: [{ equals: [`@uriHost(string(coalesce(${url}, '')))`, "a.com"] }] }),
    ],
    ["of which only a tag goes", send(`https://@{uriHost(${url})}/data`, { body: "@body('Get_secret')?['tags']" })],
  ] as const) {
    it(`is not found ${what}`, () => {
      assert.deepEqual(found(actions), []);
    });
  }

  it("is found where the whole address is open", () => {
    assert.deepEqual(found(send(`@{${url}}/data`)), ["definition.actions.Send.inputs.uri"]);
    const guarded = behind({ and: [{ startsWith: [`@${url}`, "https://a.com/"] }] }, send(`@${url}`));
    assert.deepEqual(found(guarded), []);
    assert.deepEqual(found({ Get_secret: getSecret }), []);
  });
});
