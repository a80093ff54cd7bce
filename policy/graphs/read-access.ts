import { readRunsAction, runTriggerAction } from "../../azure";
import type { Grant, ModelWorkflow, PrincipalKey, Scope, StackModel } from "../model";
import { connectorWrites, permittedOperations } from "../model";
import type { ResourceKey } from "../model/resource-keys";
import { mergeAccess, type Access, type Party } from "./access";

/**
 * Lists who may do what in a stack: what identities are granted, which Logic App runs as which identity, and which writes
 * through which connector.
 */
export function readAccess(model: StackModel): readonly Access[] {
  return mergeAccess([
    ...model.workflows.flatMap(({ urn, identities: { userAssigned } }) =>
      userAssigned.map((key): Access => ({ from: logicApp(urn), to: holderOf(key, model), rights: ["runs as"] })),
    ),
    ...model.workflows.flatMap((workflow) => throughConnectors(workflow, model)),
    ...model.grants.map((grant): Access => ({
      from: holderOf(grant.principal, model),
      to: placeOf(grant.scope),
      rights: rightsOf(grant),
    })),
  ]);
}

/** A Logic App writes through a connector, behind which another may stand. */
function throughConnectors(
  workflow: ModelWorkflow,
  { connections, connectors, workflows }: StackModel,
): readonly Access[] {
  if (connectorWrites(workflow.requirements).length === 0) return [];
  const used = connections.filter(({ urn }) => workflow.madeFrom.has(urn));
  const traced = connectors.filter(({ urn }) => used.some(({ madeFrom }) => madeFrom.has(urn)));
  // A state need not tell what is made from what; a stack with one connector leaves no question.
  return (traced.length === 0 && connectors.length === 1 ? connectors : traced).flatMap(
    ({ urn, madeFrom }): readonly Access[] => {
      const connector: Party = { kind: "Connector", name: nameIn(urn) };
      return [
        { from: logicApp(workflow.urn), to: connector, rights: ["Set secret"] },
        ...workflows
          .filter((each) => madeFrom.has(each.urn))
          .map((each): Access => ({ from: connector, to: logicApp(each.urn), rights: ["calls"] })),
      ];
    },
  );
}

function holderOf(key: PrincipalKey, { workflows }: StackModel): Party {
  if (key === "unknown") return { kind: "Principal", name: afterDeployment };
  if (key.startsWith("id:")) return { kind: "Principal", name: key.slice("id:".length) };
  const urn = key.slice("urn:".length);
  return workflows.some((workflow) => workflow.urn === urn) ? logicApp(urn) : { kind: "Identity", name: nameIn(urn) };
}

const afterDeployment = "known after deployment";

function placeOf(scope: Scope): Party {
  switch (scope.kind) {
    case "vault":
      return { kind: "Vault", name: nameOf(scope.vault) + (scope.mayBeSecret === true ? ", or a secret of it" : "") };
    case "secret":
      return { kind: "Secret", name: `${scope.secretName} in ${nameOf(scope.vault)}` };
    case "wider":
      return { kind: "Scope", name: "a resource group, or wider" };
    case "unknown":
      return { kind: "Scope", name: afterDeployment };
    case "other": {
      const { messages, workflow, type } = scope;
      if (workflow !== undefined) return { kind: "Logic App", name: nameOf(workflow) };
      if (messages === undefined) return { kind: "Resource", name: type };
      const entity = messages.entity === undefined ? "" : `/${messages.entity}`;
      return { kind: "Service Bus", name: `${nameOf(messages.namespace)}${entity}` };
    }
  }
}

/** Rights on Logic Apps, in the designer's words. */
const controlRights: ReadonlyMap<string, string> = new Map([
  [runTriggerAction.toLowerCase(), "run triggers"],
  [readRunsAction.toLowerCase(), "read runs"],
]);

/** What a grant permits on secrets and messages; of anything else, the role's name. */
function rightsOf({ gives }: Grant): readonly string[] {
  if (gives.kind === "accessPolicy") {
    const held = Object.entries(gives.permissions).flatMap(([kind, permissions]) =>
      permissions.map((permission) => (kind === "secrets" ? permission : `${kind}: ${permission}`)),
    );
    return gives.mayBeMore === true ? [...held, afterDeployment] : held;
  }
  const { role } = gives;
  if (!role.known) return [gives.roleId === undefined ? `a role ${afterDeployment}` : `role ${gives.roleId}`];
  const onSecrets = permittedOperations(role.permissions).map(({ permission }) => permission);
  const onMessages = role.serviceBus.flatMap(({ dataActions }) =>
    dataActions.map((action) => /\/messages\/(\w+)\/action$/i.exec(action)?.[1]?.toLowerCase() ?? action),
  );
  const onLogicApps = (role.control ?? []).flatMap(({ actions = [] }) =>
    actions.map((action) => controlRights.get(action.toLowerCase()) ?? action),
  );
  const rights = [...onSecrets, ...onMessages, ...onLogicApps];
  return rights.length === 0 || role.isBuiltIn ? [...rights, role.name] : rights;
}

function logicApp(urn: string): Party {
  return { kind: "Logic App", name: nameIn(urn) };
}

function nameOf(key: ResourceKey): string {
  if (key === "unknown") return afterDeployment;
  return key.startsWith("urn:") ? nameIn(key.slice("urn:".length)) : key.slice("name:".length);
}

/** The logical name in a URN. */
function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
