export { checkWorkflow } from "./check-workflow";
export { WorkflowRefusedError } from "../errors";
