export { addressProblems } from "./address-problems";
export type { AddressProblem, AddressProblems } from "./address-problems";
export type { AudienceOfHosts } from "./audiences";
