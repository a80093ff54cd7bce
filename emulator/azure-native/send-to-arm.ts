import type { JsonObject } from "../../definition/json";
import type { ArmCall } from "../resources/azure-native-type";
import { ArmRequestError } from "./errors";

/** ARM's answer to a call with its parsed JSON body; `{}` where it has none. */
export interface ArmAnswer {
  readonly status: number;
  readonly body: JsonObject;
  /** URL of the result of an operation in progress: the `location` header, with its `retry-after`. */
  readonly operation?: { readonly url: string; readonly retryAfterSeconds: number };
}

/** Sends a call to Azure Resource Manager, authenticated as the deployer. */
export type SendToArm = (call: ArmCall) => Promise<ArmAnswer>;

/** The answer's body. @throws {ArmRequestError} where the answer is not a success */
export async function bodyOf(send: SendToArm, call: ArmCall): Promise<JsonObject> {
  const answer = await send(call);
  if (answer.status >= 400) throw new ArmRequestError(answer);
  return answer.body;
}

/** The answer's body; undefined where there is nothing under that id. @throws {ArmRequestError} as `bodyOf` */
export async function bodyIfThere(send: SendToArm, call: ArmCall): Promise<JsonObject | undefined> {
  const answer = await send(call);
  if (answer.status === 404) return undefined;
  if (answer.status >= 400) throw new ArmRequestError(answer);
  return answer.body;
}
