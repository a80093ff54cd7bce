import type { Stack } from "../../../policy/model";
import { leastRefreshToken, leastToken } from "../../stack-configuration";
import { programStack } from "../program-stack";

const settings = {
  tokens: [leastToken, { ...leastRefreshToken, writePath: "http" }],
  allowedSecretNames: ["webhook-key"],
};

const stacks = new Map<string, Promise<Stack>>();

/** This program's stack at preview, in a model: one token by the connector, one by HTTP. Built once. */
export function baseStack(authorizationModel: "rbac" | "accessPolicy"): Promise<Stack> {
  const known = stacks.get(authorizationModel) ?? programStack({ ...settings, authorizationModel });
  stacks.set(authorizationModel, known);
  return known;
}
