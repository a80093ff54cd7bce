export { addressProblems } from "./address-problems";
export type { AudienceOfHosts } from "./azure-audiences";
