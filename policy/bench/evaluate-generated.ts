import { evaluatePolicies } from "../evaluation/evaluate-policies";
import { generateStack } from "./generate-stack";

/** Cost of one evaluation, in a process of its own. */
export interface EvaluationCost {
  readonly resources: number;
  readonly workflows: number;
  readonly findings: number;
  readonly undecided: number;
  readonly milliseconds: number;
  readonly peakMemoryMegabytes: number;
}

const stack = generateStack(Number(process.argv[2]));
const start = performance.now();
const { findings, undecided } = evaluatePolicies(stack);
const cost: EvaluationCost = {
  resources: stack.resources.length,
  workflows: stack.resources.filter(({ type }) => type === "azure-native:logic:Workflow").length,
  findings: findings.length,
  undecided: undecided.length,
  milliseconds: performance.now() - start,
  // maxRSS is in kilobytes: https://nodejs.org/api/process.html#processresourceusage
  peakMemoryMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(cost));
