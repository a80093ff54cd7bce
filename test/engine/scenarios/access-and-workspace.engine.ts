import { authorizationModel, fewerTokens, grantScope } from "./access-scenarios";
import { describeScenarios } from "./describe-scenarios";
import { workspace } from "./existing-scenarios";

describeScenarios([grantScope, authorizationModel, ...fewerTokens, workspace]);
