import { describeScenarios } from "./describe-scenarios";
import { namedScenarios } from "./every-scenario";

describeScenarios(namedScenarios);
