import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import type { Variation } from "./engine-stack";

type Build = NonNullable<Variation["build"]>;
type Inputs = Record<string, unknown>;

/** A change of the program that a rule of the policy pack is against. */
export interface BadStack {
  readonly change: string;
  readonly authorizationModel: "rbac" | "accessPolicy";
  readonly build: Build;
  /** What fails the preview, sorted: `excess-permissions azure-native:keyvault:AccessPolicy set-secret-relay`. */
  readonly violations: readonly string[];
}

const assignment = "azure-native:authorization:RoleAssignment";
const relay = "azure-native:logic:Workflow set-secret-relay";
const refresh = "azure-native:logic:Workflow refresh-crm-token";
const vault = "azure-native:keyvault:Vault secrets";
const purge = "Microsoft.KeyVault/vaults/secrets/purge/action";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

/** Ways to make the program worse than it is, each against a rule of its own. */
export const badStacks: readonly BadStack[] = [
  {
    change: "a role that may read the secrets that the relay only writes",
    authorizationModel: "rbac",
    build: changing("RoleDefinition", "secrets-setSecret", ({ permissions, ...role }) => ({
      ...role,
      permissions: withDataAction(permissions, "Microsoft.KeyVault/vaults/secrets/getSecret/action"),
    })),
    violations: [`excess-permissions ${assignment} set-secret-relay-set-crm-token`],
  },
  {
    change: "an access policy with a permission that is not used",
    authorizationModel: "accessPolicy",
    build: changing("AccessPolicy", "set-secret-relay", (inputs) => ({
      ...inputs,
      policy: { ...(inputs.policy as Inputs), permissions: { secrets: ["set", "get"] } },
    })),
    violations: ["excess-permissions azure-native:keyvault:AccessPolicy set-secret-relay"],
  },
  {
    change: "a role that lets the refresh read only names",
    authorizationModel: "rbac",
    build: changing("RoleDefinition", "secrets-getSecret", (role) => ({
      ...role,
      permissions: [{ dataActions: ["Microsoft.KeyVault/vaults/secrets/readMetadata/action"] }],
    })),
    violations: [
      `excess-permissions ${assignment} refresh-crm-token-get-crm-client-secret`,
      `missing-permissions ${refresh}`,
    ],
  },
  {
    change: "the role Owner for the relay",
    authorizationModel: "rbac",
    build: (program) => {
      const outputs = program();
      const { id, principalId } = outputs.relay as Record<"id" | "principalId", pulumi.Output<string>>;
      new authorization.RoleAssignment("owner", {
        scope: id.apply((text) => text.split("/").slice(0, 5).join("/")),
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${owner}`,
        principalId,
        principalType: "ServicePrincipal",
      });
      return outputs;
    },
    violations: [`privileged-roles ${assignment} owner`],
  },
  {
    change: "a role that may purge secrets",
    authorizationModel: "rbac",
    build: changing("RoleDefinition", "secrets-setSecret", ({ permissions, ...role }) => ({
      ...role,
      permissions: withDataAction(permissions, purge),
    })),
    violations: [
      `destructive-permissions ${assignment} set-secret-relay-set-crm-token`,
      `excess-permissions ${assignment} set-secret-relay-set-crm-token`,
    ],
  },
  {
    change: "a role with a wildcard",
    authorizationModel: "rbac",
    build: changing("RoleDefinition", "secrets-getSecret", (role) => ({
      ...role,
      permissions: [{ actions: [], dataActions: ["Microsoft.KeyVault/vaults/secrets/*"] }],
    })),
    violations: [
      "custom-roles azure-native:authorization:RoleDefinition secrets-getSecret",
      `destructive-permissions ${assignment} refresh-crm-token-get-crm-client-secret`,
      `excess-permissions ${assignment} refresh-crm-token-get-crm-client-secret`,
    ],
  },
  {
    change: "a vault without purge protection",
    authorizationModel: "rbac",
    build: withoutPurgeProtection,
    violations: [`vault-recovery ${vault}`],
  },
  {
    change: "a vault that decides by access policies, with roles",
    authorizationModel: "rbac",
    build: changing("Vault", "secrets", withProperties({ enableRbacAuthorization: false })),
    violations: [
      `authorization-model ${assignment} refresh-crm-token-get-crm-client-secret`,
      `authorization-model ${assignment} set-secret-relay-set-crm-token`,
      `missing-permissions ${refresh}`,
      `missing-permissions ${relay}`,
    ],
  },
  {
    change: "a relay that shows the secret in its run history",
    authorizationModel: "rbac",
    build: changing("Workflow", "set-secret-relay", ({ definition, ...workflow }) => ({
      ...workflow,
      definition: without("secureData", definition),
    })),
    violations: [`hidden-tokens ${relay}`],
  },
  {
    change: "a relay that anybody may call, without a reason",
    authorizationModel: "rbac",
    build: changing("Workflow", "set-secret-relay", ({ tags: _, ...workflow }) => workflow),
    violations: [`open-triggers ${relay}`],
  },
  {
    change: "a token that is asked for in the clear",
    authorizationModel: "rbac",
    build: changing("Workflow", "refresh-crm-token", ({ definition, ...workflow }) => ({
      ...workflow,
      definition: JSON.parse(
        JSON.stringify(definition).replaceAll("https://login.example.com", "http://login.example.com"),
      ) as unknown,
    })),
    violations: [`https-and-audience ${refresh}`],
  },
  {
    change: "a credential in a definition",
    authorizationModel: "rbac",
    build: changing("Workflow", "refresh-crm-token", ({ definition, ...workflow }) => ({
      ...workflow,
      definition: {
        ...(definition as Inputs),
        parameters: {
          ...((definition as Inputs).parameters as Inputs),
          clientSecret: { type: "String", defaultValue: ["qK8~Zt3vB", "nX5wLr7.PdYc2Hs", "9JfGmQaUe6Ti"].join("") },
        },
      },
    })),
    violations: [`no-credentials ${refresh}`, `secure-parameters ${refresh}`],
  },
];

/** The program with a vault that can be purged. */
export function withoutPurgeProtection(program: Parameters<Build>[0]): ReturnType<Build> {
  return changing("Vault", "secrets", withProperties({ enablePurgeProtection: undefined }))(program);
}

/** The program with one resource's inputs changed on their way to the engine. */
function changing(type: string, name: string, change: (inputs: Inputs) => Inputs): Build {
  return (program) => {
    pulumi.runtime.registerStackTransformation(({ type: own, name: known, props, opts }) =>
      own.startsWith("azure-native:") && own.endsWith(`:${type}`) && known === name
        ? { props: change(props), opts }
        : undefined,
    );
    return program();
  };
}

function withProperties(changed: Inputs): (inputs: Inputs) => Inputs {
  return (inputs) => ({
    ...inputs,
    properties: pulumi.output(inputs.properties as Inputs).apply((properties) => ({ ...properties, ...changed })),
  });
}

function withDataAction(permissions: unknown, dataAction: string): unknown {
  return pulumi
    .output(permissions as { dataActions: string[] }[])
    .apply((known) => known.map((each) => ({ ...each, dataActions: [...each.dataActions, dataAction] })));
}

/** A definition without a property, wherever it stands. */
function without(property: string, value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === property ? undefined : member)));
}
