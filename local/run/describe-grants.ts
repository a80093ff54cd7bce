import type { Requirements } from "../../access/permissions";
import { covers, runTriggerAction } from "../../azure";
import type { ReportedGrant } from "../report";
import type { LocalStack } from "../stack/local-stack";
import { deriveWorkflowRequirements } from "../stack/workflow-requirements";
import { listDeployedGrants, type Right } from "./deployed-grants";
import { describePlace, entityIn } from "./grant-places";

/** A right that an action of a workflow needs, and where. */
interface Need {
  readonly action: string;
  readonly right: Right;
  isAt(this: void, scope: string): boolean;
}

/** Describes the deployed grants of a stack, with the actions that need each, and what its connection is used for. */
export function describeGrants(stack: LocalStack): readonly ReportedGrant[] {
  const grants = listDeployedGrants(stack.azure.arm);
  const needsByPrincipal = new Map<string, { readonly workflow: string; readonly needs: readonly Need[] }>();
  const connections: ReportedGrant[] = [];
  for (const workflow of stack.workflows) {
    const requirements = deriveWorkflowRequirements(stack, workflow);
    needsByPrincipal.set(workflow.principalId.toLowerCase(), {
      workflow: workflow.name,
      needs: listNeeds(requirements),
    });
    connections.push(...describeConnection(stack, workflow, requirements));
  }
  const described = grants.map(({ principalId, by, scope, permissions, permits }): ReportedGrant => {
    const { workflow, needs = [] } = needsByPrincipal.get(principalId.toLowerCase()) ?? {};
    const needing = needs.filter(({ right, isAt }) => permits(right) && isAt(scope));
    return {
      ...(workflow === undefined ? {} : { workflow }),
      ...{ principalId, by, place: describePlace(scope), permissions },
      neededBy: [...new Set(needing.map(({ action }) => action))].sort(),
    };
  });
  return inOrder([...described, ...connections], stack.workflows);
}

/** Orders grants by workflow, then by place: the emulator has them in the order in which they were deployed. */
function inOrder(grants: readonly ReportedGrant[], workflows: LocalStack["workflows"]): readonly ReportedGrant[] {
  const ranks = new Map(workflows.map(({ name }, index) => [name, index]));
  const rankOf = ({ workflow = "" }: ReportedGrant): number => ranks.get(workflow) ?? workflows.length;
  const textOf = ({ place, principalId }: ReportedGrant): string =>
    `${places.indexOf(place.kind)} ${place.name} ${principalId}`;
  return [...grants].sort((a, b) => rankOf(a) - rankOf(b) || (textOf(a) < textOf(b) ? -1 : 1));
}

/** Kinds of places in the order of a report. */
const places: readonly ReportedGrant["place"]["kind"][] = [
  "secret",
  "vault",
  "subscription",
  "topic",
  "namespace",
  "Logic App",
  "resource",
];

function listNeeds({ vault, serviceBus, triggerRuns, resourceManagerCalls }: Requirements): readonly Need[] {
  return [
    ...vault.map(({ action, operation: { permission, dataAction }, secretNames }): Need => {
      const names = secretNames?.map((name) => name.toLowerCase());
      const isAt = (scope: string): boolean => {
        const [, secret] = /\/vaults\/[^/]+(?:\/secrets\/([^/]+))?$/i.exec(scope) ?? [];
        return secret === undefined || names === undefined || names.includes(secret.toLowerCase());
      };
      return { action, right: { permission, dataAction }, isAt };
    }),
    ...serviceBus.flatMap(({ action, dataActions, entity }) =>
      dataActions.map((dataAction): Need => ({
        action,
        right: { dataAction },
        isAt: (scope) => entityIn(scope, entity),
      })),
    ),
    ...triggerRuns.map(({ action, workflow }): Need => {
      const id = workflow !== "unknown" && "id" in workflow ? workflow.id : "";
      return { action, right: { action: runTriggerAction }, isAt: (scope) => covers(scope, id) };
    }),
    ...resourceManagerCalls.map(({ action, permission = "", id = "" }): Need => ({
      action,
      right: { action: permission },
      isAt: (scope) => covers(scope, id),
    })),
  ];
}

/** The connection carries the relay's key: whoever may use it can have the relay write the secrets on its list. */
function describeConnection(
  { connector }: Pick<LocalStack, "connector">,
  { name, principalId }: LocalStack["workflows"][number],
  { connectors }: Requirements,
): readonly ReportedGrant[] {
  if (connector === undefined || connectors.length === 0) return [];
  return [
    {
      workflow: name,
      principalId,
      by: "connection",
      place: { kind: "Logic App", name: connector.relay.name },
      permissions: [`Set secret: ${connector.allowedSecretNames.join(", ")}`],
      neededBy: [...new Set(connectors.map(({ action }) => action))].sort(),
    },
  ];
}
