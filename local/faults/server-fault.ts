import type { ScriptedErrorCode } from "../../emulator/salesforce";
import type { HttpAnswer } from "../../emulator/network";

/** Requests that a fault can concern, by the server that receives them. */
export type FaultyRequest =
  "token request" | "vault read" | "vault write" | "any vault request" | "relay call" | "message";

/** A server's answer during a fault. */
export type FaultyAnswer =
  | {
      readonly to: FaultyRequest;
      /** Undefined: nothing answers. */
      readonly answer: HttpAnswer | undefined;
    }
  | {
      readonly to: "upsert";
      /** Salesforce answers with its own error of this code. */
      readonly answer: ScriptedErrorCode;
    };

/** A fault that may consist in one answer of a server. */
export interface ServerFault {
  /**
   * The answer, where it is all of the fault, so that a running stack can be given it.
   * @default the fault needs a clock or a stack of its own
   */
  readonly answers?: FaultyAnswer;
}
