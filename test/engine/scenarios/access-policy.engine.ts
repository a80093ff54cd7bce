import { combinationScenario } from "./combination-scenario";
import { describeScenarios } from "./describe-scenarios";

const authorizationModel = "accessPolicy";

describeScenarios([
  combinationScenario({ authorizationModel, identity: "system", writePath: "connector" }),
  combinationScenario({ authorizationModel, identity: "system", writePath: "http" }),
  combinationScenario({ authorizationModel, identity: "user", writePath: "connector" }),
  combinationScenario({ authorizationModel, identity: "user", writePath: "http" }),
]);
