import { authorizationModel, fewerTokens, grantScope } from "./access-scenarios";
import { combinationScenario } from "./combination-scenario";
import { everySetting } from "./every-setting-scenario";
import { existingResources, workspace } from "./existing-scenarios";
import { renamingScenarios } from "./renaming-scenarios";
import type { Scenario } from "./scenario";

const identities = ["system", "user"] as const;
const writePaths = ["connector", "http"] as const;

/** Scenarios of each authorization model with every kind of identity and write path. */
export const combinationScenarios = {
  rbac: identities.flatMap((identity) =>
    writePaths.map((writePath) => combinationScenario({ authorizationModel: "rbac", identity, writePath })),
  ),
  accessPolicy: identities.flatMap((identity) =>
    writePaths.map((writePath) => combinationScenario({ authorizationModel: "accessPolicy", identity, writePath })),
  ),
};

/** Scenarios that change what grants access, and where logs go. */
export const accessScenarios: readonly Scenario[] = [grantScope, authorizationModel, ...fewerTokens, workspace];

/** Scenarios with names and resources that the settings give. */
export const namedScenarios: readonly Scenario[] = [...renamingScenarios, ...existingResources, everySetting];

/** Every scenario that was recorded. */
export const everyScenario: readonly Scenario[] = [
  ...combinationScenarios.rbac,
  ...combinationScenarios.accessPolicy,
  ...accessScenarios,
  ...namedScenarios,
];
