export { checkWorkflow } from "./check-workflow";
export { WorkflowRefusedError } from "./workflow-refused-error";
