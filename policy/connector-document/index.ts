export { documentOperations } from "./document-operations";
export { documentProblems, writesToVault } from "./document-problems";
