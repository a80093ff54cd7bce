import Table from "cli-table3";
import type { OperationCost, ProcessCost } from "./operation-cost";
import { operations, type Operation, type ProgramKind } from "./operation-cost";
import { largestEnded, notEnded, type SizeResult } from "./size-result";

/** Everything that the bench found. */
export interface EngineBench {
  readonly results: readonly SizeResult[];
  /** Requested sizes, ascending. */
  readonly sizes: readonly number[];
  /** Budget of the whole bench. */
  readonly minutes: number;
}

/** Renders the figures as a table, and the largest size that ended with the reason why the next did not. */
export function renderEngineBench(bench: EngineBench): string {
  const table = new Table({
    head: ["tokens", "resources", "operation", "ours", "bare", "ratio"],
    colAligns: ["right", "left", "left", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  for (const result of bench.results) table.push(...rowsOf(result));
  return [
    "The program and a bare one that registers the same resources, under Pulumi's engine and the emulator",
    `(budget: ${bench.minutes} minutes in all)`,
    table.toString(),
    "s: from the start of Pulumi's CLI to its end. CPU, MB: engine + program; MB is the peak of the resident memory.",
    "one write: with PULUMI_SKIP_CHECKPOINTS. Resources: the stack itself included.",
    ...conclusion(bench),
    "",
  ].join("\n");
}

function rowsOf(result: SizeResult): readonly string[][] {
  const { tokens, resources } = result;
  return operations
    .filter((operation) => result.measured.some((measured) => measured.operation === operation))
    .map((operation) => {
      const [ours, bare] = [costOf(result, operation, "ours"), costOf(result, operation, "bare")];
      const counts = resources === undefined ? "" : `${resources.ours} / ${resources.bare}`;
      return [
        String(tokens),
        counts,
        operation,
        costText(ours, operation) ?? notEndedText(result, operation, "ours"),
        costText(bare, operation) ?? notEndedText(result, operation, "bare"),
        ours === undefined || bare === undefined ? "–" : ratioText(ours, bare),
      ];
    });
}

function costOf({ measured }: SizeResult, operation: Operation, program: ProgramKind): OperationCost | undefined {
  const found = measured.find((one) => one.operation === operation && one.program === program);
  return found !== undefined && "cost" in found.outcome ? found.outcome.cost : undefined;
}

function costText(cost: OperationCost | undefined, operation: Operation): string | undefined {
  if (cost === undefined) return undefined;
  const { engine, program, seconds, stateMegabytes } = cost;
  const state = operation === "preview" ? "" : `\nstate ${stateMegabytes.toFixed(1)} MB`;
  return [
    `${seconds.toFixed(1)} s`,
    `CPU ${cpuText(engine)} + ${cpuText(program)} s`,
    `${memoryText(engine)} + ${memoryText(program)} MB${state}`,
  ].join("\n");
}

function cpuText({ cpuSeconds }: ProcessCost): string {
  return Number.isFinite(cpuSeconds) ? cpuSeconds.toFixed(1) : "not measured";
}

function memoryText({ peakMegabytes }: ProcessCost): string {
  return peakMegabytes === undefined ? "not measured" : peakMegabytes.toFixed(0);
}

function notEndedText({ measured }: SizeResult, operation: Operation, program: ProgramKind): string {
  const found = measured.find((one) => one.operation === operation && one.program === program);
  return found !== undefined && "interruption" in found.outcome
    ? `not ended: ${found.outcome.interruption.cause}`
    : "not measured";
}

function ratioText(ours: OperationCost, bare: OperationCost): string {
  const cpu = ({ engine, program }: OperationCost): number => engine.cpuSeconds + program.cpuSeconds;
  const ratio = cpu(ours) / cpu(bare);
  return `${(ours.seconds / bare.seconds).toFixed(2)}${Number.isFinite(ratio) ? `\nCPU ${ratio.toFixed(2)}` : ""}`;
}

const causes = { time: "the time was spent", memory: "memory ran out", error: "it failed" } as const;

function conclusion({ results, sizes }: EngineBench): readonly string[] {
  const largest = operations.map((operation) => `${operation}: ${largestEnded(results, operation) ?? "none"}`);
  const stopped = notEnded(results);
  const next = sizes.find((size) => !results.some(({ tokens }) => tokens === size));
  return [
    `Largest number of tokens at which the program's operation ended: ${largest.join(" · ")}.`,
    ...(stopped === undefined
      ? []
      : [
          `Not ended: ${stopped.tokens} tokens, ${stopped.operation}, ${stopped.program}, because ` +
            `${causes[stopped.interruption.cause]}: ${stopped.interruption.message}.`,
        ]),
    ...(next === undefined
      ? []
      : [`Not begun: ${next} tokens${stopped === undefined ? ", since no time was left" : ""}.`]),
  ];
}
