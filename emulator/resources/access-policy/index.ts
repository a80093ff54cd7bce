import type { EmulatedType } from "../emulated-type";
import { writeAccessPolicies } from "./arm";
import { accessPolicy as azureNative } from "./azure-native";
import { embeddedAccessPolicies } from "./embedded-access-policies";

/** Access policies, which Azure stores in the vault that they belong to. */
export const accessPolicy: EmulatedType = {
  azureNative,
  operations: [writeAccessPolicies],
  embedded: embeddedAccessPolicies,
};
