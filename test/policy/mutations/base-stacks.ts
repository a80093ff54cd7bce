import type { Stack } from "../../../policy/model";
import { leastRefreshToken, leastToken } from "../../stack-configuration";
import { programStack } from "../program-stack";

const settings = {
  tokens: [leastToken, { ...leastRefreshToken, writePath: "http" }],
  allowedSecretNames: ["webhook-key"],
  alertEmails: ["ops@example.com"],
};

const stacks = new Map<string, Promise<Stack>>();

/** This program's stack in a model: one token by the connector, one by HTTP. Built once. */
export function baseStack(authorizationModel: "rbac" | "accessPolicy", { preview = true } = {}): Promise<Stack> {
  const key = `${authorizationModel} ${String(preview)}`;
  const known = stacks.get(key) ?? programStack({ ...settings, authorizationModel }, { preview });
  stacks.set(key, known);
  return known;
}
