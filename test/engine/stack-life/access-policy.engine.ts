import { describeStackLife } from "./stack-life";

describeStackLife({
  authorizationModel: "accessPolicy",
  identity: "user",
  writePath: "connector",
  previewOfChangedRefresh: [
    "update azure-native:logic:Workflow refresh-crm-token",
    "update azure-native:monitor:MetricAlert refresh-crm-token-silent",
  ],
});
