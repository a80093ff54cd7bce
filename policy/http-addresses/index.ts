export { addressProblems } from "./address-problems";
export type { AudienceOfHosts } from "./azure-audiences";
export { readAddress } from "./read-address";
