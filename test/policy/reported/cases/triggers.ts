import type { Stack } from "../../../../policy/model";
import { readingStack, request } from "../../stacks/stack-builder";
import { logicAppsDocs, others, posts } from "../addresses";
import type { CasesByKind } from "../reported-case";

const open = ["open-triggers"];
const ranges = (...addressRanges: string[]): object => ({
  allowedCallerIpAddresses: addressRanges.map((addressRange) => ({ addressRange })),
});
const claims = (...list: object[]): object => ({
  openAuthenticationPolicies: { policies: { Default: { type: "AAD", claims: list } } },
});
const issuer = { name: "iss", value: "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0" };
/** A stack whose Request trigger has this access control. */
function called(triggers: object | undefined): Stack {
  return readingStack(
    {},
    { triggers: { manual: request } },
    { accessControl: triggers === undefined ? {} : { triggers } },
  );
}

/** Callers of Request triggers. */
export const triggers = {
  trigger: [
    {
      id: "trigger-without-restriction",
      what: "a Request trigger that its address alone protects",
      source: posts.openTrigger,
      rules: open,
      stack: called(undefined),
    },
    {
      id: "trigger-for-two-networks",
      what: "a Request trigger for two ranges of addresses",
      source: others.openTriggerRule,
      rules: [],
      stack: called(ranges("192.168.12.0/23", "2001:0db8::/64")),
    },
    {
      id: "trigger-for-everybody",
      what: "a Request trigger for every address",
      source: others.openTriggerRule,
      rules: open,
      stack: called(ranges("0.0.0.0/0")),
    },
    {
      id: "trigger-for-one-address-of-api-management",
      what: "a Request trigger for the address of API Management, with a policy of issuer and audience",
      source: others.policyByApiManagement,
      rules: [],
      stack: called({ ...ranges("203.0.113.7/32"), ...claims(issuer, { name: "aud", value: "api://logic" }) }),
    },
    {
      id: "trigger-with-an-audience",
      what: "a Request trigger with a policy of issuer and audience",
      source: posts.sasDespiteIdentity,
      rules: [],
      stack: called(claims(issuer, { name: "aud", value: "https://management.azure.com" })),
    },
    {
      id: "trigger-with-a-policy-without-claims",
      what: "a Request trigger with a policy that claims nothing",
      source: logicAppsDocs.security,
      rules: open,
      stack: called(claims()),
    },
    {
      id: "trigger-with-a-policy-by-module",
      what: "a Request trigger with a policy, beside which the signature still works, as the module warns",
      source: others.triggersOfTerraform,
      rules: [],
      stack: called(claims(issuer, { name: "aud", value: "api://logic" })),
    },
    {
      id: "trigger-behind-api-management-by-its-key",
      what: "a Request trigger whose address API Management keeps, open to everybody who finds it",
      source: posts.keyInAddress,
      rules: open,
      stack: called({}),
    },
    {
      id: "trigger-for-other-logic-apps",
      what: "a Request trigger for other Logic Apps only",
      source: logicAppsDocs.security,
      rules: [],
      stack: called(ranges()),
    },
    {
      id: "second-request-trigger",
      what: "a workflow whose second trigger takes requests",
      source: logicAppsDocs.requestTrigger,
      rules: open,
      stack: readingStack(
        {},
        {
          triggers: {
            every_hour: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } },
            manual: { ...request, type: "request" },
          },
        },
        { accessControl: {} },
      ),
    },
  ],
} satisfies CasesByKind;
