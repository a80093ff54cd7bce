import type { ReportedRun } from "../report";
import { formatStatus } from "../report/run-texts";

/** Says in words which runs have begun and ended since it looked last. */
export class RunAnnouncer {
  #statuses: ReadonlyMap<string, string> = new Map();

  /** @param runs the newest first. @returns sentences, none for runs that are as they were */
  look(runs: readonly ReportedRun[]): readonly string[] {
    const before = this.#statuses;
    this.#statuses = new Map(runs.map(({ id, status }) => [id, status]));
    return runs
      .filter(({ id, status }) => before.get(id) !== status)
      .map((run) =>
        run.status === "Running" ? `A run of ${run.workflow} has begun.` : `${run.workflow}: ${formatStatus(run)}.`,
      )
      .reverse();
  }
}
