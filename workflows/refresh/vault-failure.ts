import { chooseClass, type FailureCase } from "./choose-class";
import type { FailureClass } from "./failure-classes";

/**
 * Expression of the class of a failed call of the vault, by status, and by the vault's own error code where a status has several.
 *
 * @param call.notFound class of 404, where it means more than that the vault is not there
 * @param call.byConnector whether the relay stands between, which refuses by itself, too
 */
export function vaultFailure(
  action: string,
  call: { readonly notFound?: FailureClass; readonly byConnector?: boolean } = {},
): string {
  const { notFound = "VaultUnavailable", byConnector = false } = call;
  const status = `outputs('${action}')?['statusCode']`;
  const is = (code: number): string => `equals(${status}, ${code})`;
  // In the text: a property of an answer that is no object would be an error.
  const says = (code: string): string => `contains(string(coalesce(body('${action}'), '')), '"${code}')`;
  const cases: readonly FailureCase[] = [
    [is(400), "VaultRefused"],
    ...(byConnector
      ? ([
          [`and(${is(401)}, ${says("DirectApi")})`, "RelayRefused"],
          [`and(${is(403)}, ${says("SecretNameNotAllowed")})`, "SecretNameNotAllowed"],
        ] satisfies FailureCase[])
      : []),
    [`and(${is(403)}, ${says("ForbiddenByFirewall")})`, "VaultFirewall"],
    [`or(${is(401)}, ${is(403)})`, "VaultForbidden"],
    [is(404), notFound],
    [is(409), "VaultConflict"],
    [is(429), "VaultThrottled"],
  ];
  return chooseClass(cases, "'VaultUnavailable'");
}
