import type { PlacedAction } from "../../definition";
import type { ParameterValues, Piece } from "./fold-template";
import { fillGaps } from "./fold-template";
import type { IdentityRequest } from "./identity-request";
import { readSecretCall } from "./read-secret-call";
import type { ResourceManagerWrite } from "./requirements";
import { managementHost } from "./resource-manager-call";

const secretsOfVault = /\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+(?=\/secrets\/)/i;

/**
 * Reads a PUT or PATCH of `…/providers/Microsoft.KeyVault/vaults/{vault}/secrets/{name}`.
 *
 * https://learn.microsoft.com/rest/api/keyvault/secrets/create-or-update
 */
export function readResourceManagerWrite(
  placed: PlacedAction,
  { method, pieces }: IdentityRequest,
  parameters: ParameterValues,
  actions: readonly PlacedAction[],
): ResourceManagerWrite | undefined {
  const [first] = pieces;
  if (typeof first !== "string" || !managementHost.test(first) || !/^(PUT|PATCH)$/i.test(method)) return undefined;
  // What an expression gives may stand anywhere in the id; the secret's name is what follows the vault.
  const text = fillGaps(pieces);
  const vault = secretsOfVault.exec(text);
  if (vault === null) return undefined;
  const end = vault.index + vault[0].length;
  const call = readSecretCall(placed, "PUT", piecesFrom(pieces, end), parameters, actions);
  return { action: placed.name, ...(call.secretNames === undefined ? {} : { secretNames: call.secretNames }) };
}

/** The pieces behind a position of their joined text, in which an unknown piece takes two characters. */
function piecesFrom(pieces: readonly Piece[], position: number): readonly Piece[] {
  const rest: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === "string" ? piece.length : 2;
    if (at >= position) rest.push(piece);
    else if (typeof piece === "string" && at + length > position) rest.push(piece.slice(position - at));
    at += length;
  }
  return rest;
}
