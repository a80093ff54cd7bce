import { describeScenarios } from "./describe-scenarios";
import { combinationScenarios } from "./every-scenario";

describeScenarios(combinationScenarios.rbac);
