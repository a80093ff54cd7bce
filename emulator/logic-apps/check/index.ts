export { checkWorkflow } from "./check-workflow";
