import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
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
const vault = "azure-native:keyvault:Vault secrets";
const purge = "Microsoft.KeyVault/vaults/secrets/purge/action";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

/** Ten ways to make the program worse than it is, and one more for each that needs the other authorization model. */
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
      policy: pulumi
        .output(inputs.policy as Inputs)
        .apply((policy) => ({ ...policy, permissions: { secrets: ["set", "get"] } })),
    })),
    violations: ["excess-permissions azure-native:keyvault:AccessPolicy set-secret-relay"],
  },
  {
    change: "a role for another secret than the one that is read",
    authorizationModel: "rbac",
    build: changing("RoleAssignment", "refresh-crm-token-get-crm-client-secret", (inputs) => ({
      ...inputs,
      scope: pulumi.output(inputs.scope as string).apply((scope) => scope.replace("crm-client-secret", "other-secret")),
    })),
    violations: [],
  },
  {
    change: "the role Owner for a refresh",
    authorizationModel: "rbac",
    build: (program) => {
      const outputs = program();
      const { "crm-token": refresh } = outputs.refreshWorkflows as Record<string, { principalId: string; id: string }>;
      const id = pulumi.output(refresh?.id ?? "");
      new authorization.RoleAssignment("owner", {
        scope: id.apply((text) => text.split("/").slice(0, 5).join("/")),
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${owner}`,
        principalId: refresh?.principalId ?? "",
        principalType: "ServicePrincipal",
      });
      return outputs;
    },
    violations: [],
  },
  {
    change: "a role that may purge secrets",
    authorizationModel: "rbac",
    build: changing("RoleDefinition", "secrets-setSecret", ({ permissions, ...role }) => ({
      ...role,
      permissions: withDataAction(permissions, purge),
    })),
    violations: [],
  },
  {
    change: "a role with a wildcard",
    authorizationModel: "rbac",
    build: changing("RoleDefinition", "secrets-getSecret", (role) => ({
      ...role,
      permissions: [{ actions: [], dataActions: ["Microsoft.KeyVault/vaults/secrets/*"] }],
    })),
    violations: [],
  },
  {
    change: "a vault without purge protection",
    authorizationModel: "rbac",
    build: changing("Vault", "secrets", withProperties({ enablePurgeProtection: undefined })),
    violations: [`vault-recovery ${vault}`],
  },
  {
    change: "a vault that decides by access policies, with roles",
    authorizationModel: "rbac",
    build: changing("Vault", "secrets", withProperties({ enableRbacAuthorization: false })),
    violations: [],
  },
  {
    change: "a relay that shows the secret in its run history",
    authorizationModel: "rbac",
    build: changing("Workflow", "set-secret-relay", ({ definition, ...workflow }) => ({
      ...workflow,
      definition: pulumi.output(definition).apply((known) => without("secureData", known)),
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
    change: "a token that the program writes back",
    authorizationModel: "rbac",
    build: (program) => {
      const outputs = program();
      const name = pulumi.output(outputs.vaultUri as string).apply((uri) => new URL(uri).hostname.split(".")[0] ?? "");
      new keyvault.Secret("crm-token", {
        resourceGroupName: "secrets",
        vaultName: name,
        secretName: "crm-token",
        properties: { value: "to be replaced" },
      });
      return outputs;
    },
    violations: [],
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
    violations: [],
  },
];

/** The program with one resource's inputs changed on their way to the engine. */
function changing(type: string, name: string, change: (inputs: Inputs) => Inputs): Build {
  return (program) => {
    pulumi.runtime.registerStackTransformation(({ type: own, name: known, props, opts }) =>
      own.startsWith("azure-native:") && own.endsWith(`:${type}`) && known === name
        ? { props: change(props as Inputs), opts }
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
