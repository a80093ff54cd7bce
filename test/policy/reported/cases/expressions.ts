import type { Stack } from "../../../../policy/model";
import { getSecret, http, readingStack, request, workflow, vault, accessPolicy } from "../../stacks/stack-builder";
import { logicAppsDocs, playbooks } from "../addresses";
import type { CasesByKind, ReportedCase } from "../reported-case";

const hidden = ["hidden-tokens"];
/** A stack that shows an expression, after the reading action and more. */
function shows(expression: unknown, actions: object = {}): Stack {
  return readingStack({ ...actions, Show: { type: "Compose", inputs: expression } });
}

/** An expression that shows the secret by a function of the reference. */
function reveals(id: string, what: string, expression: unknown, actions: object = {}): ReportedCase {
  return { id, what, source: logicAppsDocs.functions, rules: hidden, stack: shows(expression, actions) };
}

/** An expression that tells something of the secret's answer that is not secret. */
function tells(id: string, what: string, expression: unknown): ReportedCase {
  return { id, what, source: logicAppsDocs.functions, rules: [], stack: shows(expression) };
}

const secret = "body('Get_secret')?['value']";
const childId =
  "/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-tokens/providers/Microsoft.Logic/workflows/la-child";
const scope = { Scope: { type: "Scope", actions: { Inner: getSecret } } };
/** A stack with inline JavaScript. */
function runs(code: string, explicitDependencies?: object): Stack {
  return readingStack({
    Plain: { type: "Compose", inputs: "public" },
    Execute_JavaScript_Code: {
      type: "JavaScriptCode",
      inputs: { code, ...(explicitDependencies === undefined ? {} : { explicitDependencies }) },
      runAfter: { Plain: ["Succeeded"] },
    },
  });
}

function withAnsweringChild(): Stack {
  const stack = withChild(request, {});
  const actions = {
    Login: http("POST", "https://login.example.com/oauth2/token", { body: "grant_type=client_credentials" }),
    Answer: {
      type: "Response",
      kind: "Http",
      inputs: { statusCode: 200, body: { token: "@body('Login')?['access_token']" } },
      runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
    },
  };
  return {
    resources: stack.resources.map((each) =>
      each.name === "child"
        ? { ...each, properties: { ...each.properties, definition: { triggers: { manual: request }, actions } } }
        : each,
    ),
  };
}

function withChild(trigger: object, body: object): Stack {
  const parent = workflow({
    Child: {
      type: "Workflow",
      inputs: {
        host: {
          triggerName: "manual",
          workflow: { id: childId },
        },
        body,
      },
      runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
    },
  });
  const use = http("GET", "https://api.example.com", { headers: { "X-Key": "@{triggerBody()?['token']}" } });
  const child = {
    ...parent,
    urn: `${parent.urn}-child`,
    name: "child",
    properties: {
      ...parent.properties,
      workflowName: "la-child",
      identity: {},
      definition: { triggers: { manual: trigger }, actions: { Use: use } },
    },
  };
  return { resources: [vault(), accessPolicy("get"), parent, child] };
}

/** Expressions and scripts that carry a secret on, and workflows that hand one to another. */
export const expressions = {
  expr: [
    reveals(
      "action-outputs",
      "actionOutputs(), the longer name of outputs()",
      "@actionOutputs('Get_secret')['body']['value']",
    ),
    reveals("action-body", "actionBody(), the longer name of body()", "@actionBody('Get_secret')"),
    reveals("first-of-a-split", "first() of split()", `@first(split(${secret}, ':'))`),
    reveals("join-of-an-array", "join() of createArray()", `@join(createArray('Bearer', ${secret}), ' ')`),
    reveals(
      "intersection",
      "intersection() of a text with itself",
      `@intersection(createArray(${secret}), createArray(${secret}))`,
    ),
    reveals("skip-and-take", "take() behind skip()", `@take(skip(createArray('a', ${secret}), 1), 1)`),
    reveals("data-uri", "dataUri(), which is base64", `@dataUri(${secret})`),
    reveals(
      "replace-of-a-template",
      "replace() that puts the secret into a template",
      `@replace('Bearer {0}', '{0}', ${secret})`,
    ),
    reveals("xml-of-json", "xml() of an object", `@xml(json(concat('{"a":"', ${secret}, '"}')))`),
    reveals("if-that-chooses-it", "if() that gives the secret or nothing", `@if(equals(1, 1), ${secret}, '')`),
    reveals("variables-in-text", "a text with the secret in braces", `key: @{${secret}}`),
    reveals("result-of-a-scope", "result() of the scope that reads the secret", "@result('Scope')", scope),
    tells("length-of-the-secret", "length(), a number", `@length(${secret})`),
    tells("whether-it-is-empty", "empty(), a truth value", `@empty(${secret})`),
    tells("whether-it-starts-alike", "startsWith(), a truth value", `@startsWith(${secret}, 'eyJ')`),
    tells("id-of-the-secret", "the id of the secret in the same answer", "@body('Get_secret')?['id']"),
    tells("status-of-the-answer", "outputs() down to the status code", "@outputs('Get_secret')['statusCode']"),
  ],
  script: [
    {
      id: "action-by-dot",
      what: "the body of an action of the workflow context",
      source: logicAppsDocs.javaScript,
      rules: hidden,
      stack: runs("return workflowContext.actions.Get_secret.outputs.body.value;"),
    },
    {
      id: "action-by-brackets",
      what: "the same with brackets and quotation marks, as names with a dot need them",
      source: logicAppsDocs.javaScript,
      rules: hidden,
      stack: runs('return workflowContext.actions["Get_secret"].outputs.body;', { actions: ["Get_secret"] }),
    },
    {
      id: "destructured-actions",
      what: "the actions of the workflow context, destructured",
      source: logicAppsDocs.javaScript,
      rules: hidden,
      stack: runs("const { actions } = workflowContext; return actions.Get_secret.outputs;", {
        actions: ["Get_secret"],
      }),
    },
    {
      id: "another-action",
      what: "the output of an action that holds no secret",
      source: logicAppsDocs.javaScript,
      rules: [],
      stack: runs("return workflowContext.actions.Plain.outputs;"),
    },
    {
      id: "name-of-the-workflow",
      what: "the name and the run's id of the workflow",
      source: logicAppsDocs.javaScript,
      rules: [],
      stack: runs("return workflowContext.workflow.run.id;"),
    },
  ],
  "cross-workflow": [
    {
      id: "child-is-handed-the-secret",
      what: "a child workflow that is handed the secret and shows it in its trigger",
      source: logicAppsDocs.nesting,
      rules: hidden,
      stack: withChild({ ...request, runtimeConfiguration: {} }, { token: `@${secret}` }),
    },
    {
      id: "child-hides-the-secret",
      what: "a child workflow that is handed the secret and hides it",
      source: logicAppsDocs.nesting,
      rules: [],
      stack: withChild(request, { token: `@${secret}` }),
    },
    {
      id: "child-is-handed-an-id",
      what: "a child workflow that is handed the secret's id",
      source: logicAppsDocs.nesting,
      rules: [],
      stack: withChild({ ...request, runtimeConfiguration: {} }, { id: "@body('Get_secret')?['id']" }),
    },
    {
      id: "child-answers-the-secret",
      what: "a child workflow that answers its token to whoever calls it",
      source: playbooks.childOutputs,
      rules: hidden,
      stack: withAnsweringChild(),
    },
  ],
} satisfies CasesByKind;
