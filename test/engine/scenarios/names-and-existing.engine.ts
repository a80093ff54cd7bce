import { describeScenarios } from "./describe-scenarios";
import { everySetting } from "./every-setting-scenario";
import { existingResources } from "./existing-scenarios";
import { renamingScenarios } from "./renaming-scenarios";

describeScenarios([...renamingScenarios, ...existingResources, everySetting]);
