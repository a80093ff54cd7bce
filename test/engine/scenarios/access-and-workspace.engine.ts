import { describeScenarios } from "./describe-scenarios";
import { accessScenarios } from "./every-scenario";

describeScenarios(accessScenarios);
