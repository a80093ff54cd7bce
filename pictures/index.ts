export { drawWorkflow } from "./svg/draw-workflow";
export type { ActionOutcome, PicturedRun } from "./svg/outcomes";
export { workflowStyles } from "./svg/workflow-styles";
export { graphWorkflow } from "./workflow/graph-workflow";
