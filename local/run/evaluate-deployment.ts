import { evaluatePolicies } from "../../policy/evaluation/evaluate-policies";
import { stackFromDeployment } from "./stack-from-deployment";
import type { Deployment } from "../deployment";
import type { LocalRunReport } from "../report";

/** Evaluates a deployment by the policy pack's default configuration. */
export function evaluateDeployment(deployment: Deployment): LocalRunReport["policy"] {
  const stack = stackFromDeployment(deployment, process.cwd());
  const { findings, declaredReasons } = evaluatePolicies(stack);
  return {
    resources: stack.resources.length,
    findings: findings.map(({ rule, level, urn, message }) => ({ rule, level, resource: logicalName(urn), message })),
    declaredReasons: declaredReasons.map(({ urn, reason }) => ({ resource: logicalName(urn), reason })),
  };
}

function logicalName(urn = "::the stack"): string {
  return urn.split("::").at(-1) ?? urn;
}
