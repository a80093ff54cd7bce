import assert from "node:assert/strict";
import { ArmError } from "../../../emulator/resources/errors";

/** Asserts that a request is refused with this status and code, and gives the message. */
export async function refusal(request: Promise<unknown>, status: number, code: string): Promise<string> {
  try {
    await request;
  } catch (error) {
    assert.ok(error instanceof ArmError, String(error));
    assert.deepEqual({ status: error.refusal.status, code: error.refusal.code }, { status, code });
    return error.message;
  }
  return assert.fail(`Expected the refusal ${code}; the request succeeded.`);
}
