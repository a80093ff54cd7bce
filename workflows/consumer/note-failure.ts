import type { Actions, JsonObject, RunAfter } from "../../definition";
import { secured } from "../../definition";
import { codeOf, fitsAnswer, fitsText, type Cause } from "../../definition/building";
import type { ConsumerFailureClass } from "./failure-classes";
import { setFailure, setOutcome, type Outcome } from "./run-variables";

/**
 * A row of a table of failures. `Continue` leaves the message to its lock and goes on to the next one: the failure is the
 * message's. `Stop` leaves it to its lock, too, and ends the run: the next messages would fail in the same way.
 */
export interface ConsumerFailure extends Cause, JsonObject {
  readonly code: ConsumerFailureClass;
  readonly outcome: Extract<Outcome, "Stop" | "Continue">;
}

/** Rows of a table, of which the first that fits counts. */
export function failureRows(
  answers: readonly string[],
  code: ConsumerFailureClass,
  { text = "*", outcome = "Stop" }: Partial<Pick<ConsumerFailure, "text" | "outcome">> = {},
): readonly ConsumerFailure[] {
  return answers.map((answer) => ({ answer, text, code, outcome }));
}

/** How a failed action's cause is found. */
export interface FailedAction {
  /** Name of the workflow parameter that holds the table. */
  readonly table: string;
  readonly runAfter: RunAfter;
  /** Whether the table says how the run goes on. @default true; otherwise the outcome stays as it is */
  readonly hasOutcome?: boolean;
  /** Class of a status 404. @default that of the table */
  readonly notFound?: ConsumerFailureClass;
}

/** Actions that find the cause of a failed HTTP action in a table, and note its class and how the run goes on. */
export function noteFailure(action: string, { table, runAfter, hasOutcome = true, notFound }: FailedAction): Actions {
  const cause = `${action}_cause`;
  const failure = `${action}_failure`;
  const status = `outputs('${action}')?['statusCode']`;
  const code = codeOf(cause);
  const answer = `string(coalesce(${status}, actions('${action}')?['code'], ''))`;
  return {
    [cause]: {
      type: "Query",
      description: `Finds the cause in the table ${table}, by the status and the text of the answer.`,
      runAfter,
      inputs: {
        from: `@parameters('${table}')`,
        where: `@and(${fitsAnswer([answer])}, ${fitsText(`string(coalesce(body('${action}'), ''))`)})`,
      },
      runtimeConfiguration: secured,
    },
    [failure]: setFailure(
      "Notes the class of the failure, with which the run is to end.",
      notFound === undefined ? `@${code}` : `@if(equals(coalesce(${status}, 0), 404), '${notFound}', ${code})`,
      { [cause]: ["Succeeded"] },
    ),
    ...(hasOutcome
      ? {
          [`${action}_outcome`]: setOutcome(
            "Ends the run, or goes on to the next message, as the table says.",
            `@first(body('${cause}'))['outcome']`,
            { [failure]: ["Succeeded"] },
          ),
        }
      : {}),
  };
}
