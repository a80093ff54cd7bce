import { relayDefinition } from "../../connector";
import { asObject, walkActions, type WorkflowDefinition } from "../../definition";
import { asList, asString } from "../../definition/json";
import { mermaidBlock, workflowFlowchart, writeFlowchart } from "../../pictures/mermaid";
import { graphWorkflow } from "../../pictures/workflow/graph-workflow";
import type { Consumer } from "../consumer/consumer";
import { consumerDefinition } from "../consumer/consumer-definition";
import { refreshDefinition } from "../refresh/refresh-definition";
import type { RefreshedToken } from "../refresh/refreshed-token";

const token: RefreshedToken = {
  secretName: "salesforce-token",
  tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
  clientId: { value: "example-client" },
  clientSecretName: "salesforce-client-secret",
  allowedInstanceUrlSuffixes: ["example.my.salesforce.com"],
};

const rotating: RefreshedToken = {
  ...token,
  grantType: "refresh_token",
  clientId: { secretName: "salesforce-client-id" },
  refreshTokenSecretName: "salesforce-refresh-token",
  introspectionUrl: "https://example.my.salesforce.com/services/oauth2/introspect",
  instanceUrl: "secret",
  skipWhileFresh: true,
  disableSupersededVersions: true,
};

const consumer: Consumer = {
  subscription: {
    kind: "existing",
    topicId:
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/crm-updates",
    name: "accounts",
  },
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id", Name: "name" },
};

const byHttp = { write: { kind: "http" } } as const;
const byConnector = {
  write: { kind: "connector", queries: { "api-version": "2016-10-01", sp: "/triggers/manual/run", sv: "1.0" } },
} as const;

const pictured: readonly (readonly [title: string, text: string, definition: WorkflowDefinition])[] = [
  [
    "A refresh with the default settings",
    "By client credentials, through the connector.",
    refreshDefinition(token, byConnector),
  ],
  ["The relay", "Behind the connector.", relayDefinition({})],
  [
    "A refresh with every option",
    "By refresh token and HTTP, with `introspectionUrl`, `instanceUrl: secret`, `skipWhileFresh` and `disableSupersededVersions`.",
    refreshDefinition(rotating, byHttp),
  ],
  [
    "A consumer",
    "Of a subscription of a Service Bus topic, with the default settings.",
    consumerDefinition(consumer, { token }),
  ],
];

/** Renders `docs/workflows.md`: each workflow as a picture and a table, from the definitions that are deployed. */
export function renderWorkflows(): string {
  return `# The workflows

<!-- Written by \`npm run workflows\` from the definitions in workflows/ and connector/; edit those. -->

In the pictures, a diamond is a condition, a double frame is a response or ends the run, and a dashed arrow is taken only
for the statuses that it names. A padlock marks actions of which run history hides inputs, outputs or both; of conditions
it shows true or false, and no secret.
${pictured.map(section).join("")}`;
}

function section([title, text, definition]: (typeof pictured)[number]): string {
  return `
## ${title}

${text}

${mermaidBlock(writeFlowchart(workflowFlowchart(graphWorkflow(definition))), "github")}

<!-- prettier-ignore-start -->

| Action | Type | Does | Hidden |
| --- | --- | --- | --- |
${walkActions(definition).map(row).join("\n")}

<!-- prettier-ignore-end -->
`;
}

function row({ name, type, action }: ReturnType<typeof walkActions>[number]): string {
  const { secureData } = asObject(action.runtimeConfiguration);
  const hidden = asList(asObject(secureData).properties).map(asString).join(", ");
  return `| ${name} | ${type} | ${asString(action.description)} | ${hidden} |`;
}
