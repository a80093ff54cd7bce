export { graphWorkflow } from "./workflow/graph-workflow";
