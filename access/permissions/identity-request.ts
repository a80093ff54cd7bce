import type { PlacedAction } from "../../definition";
import { asObject } from "../../definition";
import type { ParameterValues, Piece } from "./fold-template";
import { foldTemplate } from "./fold-template";

/** A request that an Http action or trigger sends with a token of the workflow's identity. */
export interface IdentityRequest {
  readonly action: string;
  /** Empty where only the run tells it. */
  readonly method: string;
  readonly pieces: readonly Piece[];
  /** Empty where none is written. */
  readonly audience: string;
  /** Resource id of the user-assigned identity, as the definition has it. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/** @throws ExpressionSyntaxError where the address holds an expression that cannot be read */
export function readIdentityRequest(placed: PlacedAction, parameters: ParameterValues): IdentityRequest | undefined {
  const { uri, method, authentication } = asObject(placed.action.inputs);
  const { type, audience, ...rest } = asObject(authentication);
  if (typeof type !== "string" || type.toLowerCase() !== "managedserviceidentity") return undefined;
  if (typeof uri !== "string") return undefined;
  return {
    action: placed.name,
    method: typeof method === "string" ? method : "",
    pieces: foldTemplate(uri, parameters),
    audience: typeof audience === "string" ? audience : "",
    ...("identity" in rest ? { identity: rest.identity } : {}),
  };
}
