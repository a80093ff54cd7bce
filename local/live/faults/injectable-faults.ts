import { faults, isRefreshFault, type AnyFault } from "../../faults";
import type { FaultyAnswer } from "../../faults/fault";
import { defaultReadings } from "../../../emulator/provenance";
import type { LocalStack } from "../../stack/local-stack";
import { concernedRequests, faultyServers, type FaultyServer } from "./concerned-requests";

/** A fault that a running stack can have. */
export interface InjectableFault {
  readonly name: string;
  /** Server that answers with it, or does not answer. */
  readonly server: FaultyServer;
  readonly answers: FaultyAnswer;
  /** Ends of the runs that it is expected to lead to, such as `TokenServerUnavailable`. */
  readonly classes: readonly string[];
}

/**
 * Lists the faults that a running stack can have: those that are one answer of a server which the stack sends requests to.
 * All others are a matter of the clock, of several requests in order, or of a stack that is changed and mended.
 */
export function listInjectableFaults(stack: LocalStack): readonly InjectableFault[] {
  return faults.flatMap((fault) => {
    const { name, answers } = fault;
    if (answers === undefined || concernedRequests(stack, answers.to) === undefined) return [];
    return [{ name, server: faultyServers[answers.to], answers, classes: classesOf(fault) }];
  });
}

/** Codes of the failed runs that a fault is expected to lead to, of any combination. */
function classesOf(fault: AnyFault): readonly string[] {
  const runs = isRefreshFault(fault)
    ? fault.where.map((combination) => fault.expected(combination, defaultReadings).run)
    : fault.expected(defaultReadings).runs;
  return [...new Set(runs.flatMap((run) => /^Failed (.+)/.exec(run)?.[1] ?? []))];
}
