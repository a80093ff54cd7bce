/**
 * Action types that run history cannot hide. Secure inputs have no effect on the types below; neither have secure outputs,
 * nor on those that hide inputs only.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#obfuscate
 */
const hidesNothing = new Set(
  (
    "appendtoarrayvariable appendtostringvariable decrementvariable incrementvariable initializevariable setvariable " +
    "foreach if switch until scope terminate recurrence slidingwindow"
  ).split(" "),
);
const hidesInputsOnly = new Set("compose parsejson response wait".split(" "));

/** Inputs and outputs that run history can hide, by the type of an action in lower case. */
export function hideable(kind: string): { readonly inputs: boolean; readonly outputs: boolean } {
  const inputs = !hidesNothing.has(kind);
  return { inputs, outputs: inputs && !hidesInputsOnly.has(kind) };
}

/** Kinds whose outputs come from somewhere else, and repeat nothing of the inputs unless the answer is known to. */
const answersFromElsewhere = new Set(
  (
    "http httpwebhook apimanagement apiconnection apiconnectionwebhook apiconnectionnotification function workflow " +
    "serviceprovider sendtobatch request response terminate wait if switch scope until recurrence slidingwindow"
  ).split(" "),
);

/** Checks whether what an action of a kind answers is made from its inputs. */
export function isMadeFromInputs(kind: string): boolean {
  return !answersFromElsewhere.has(kind);
}
