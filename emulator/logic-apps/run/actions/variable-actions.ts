import { asList, asObject, asString, type JsonObject } from "../../../../definition/json";
import { findName } from "../../find-name";
import { failed, succeeded, type Outcome } from "../outcome";
import type { RunContext } from "../run-context";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";

/** Declares a variable; null without a value. `inputs` are evaluated already. */
export function initializeVariable(inputs: JsonObject, { variables }: RunContext): Outcome {
  for (const variable of asList(inputs.variables).map(asObject)) {
    variables.set(asString(variable.name), variable.value ?? null);
  }
  return succeeded({ inputs });
}

/** Gives a variable a value. `inputs` are evaluated already. */
export function setVariable(inputs: JsonObject, { variables, services }: RunContext): Outcome {
  const written = asString(inputs.name);
  const name = findName(variables.keys(), written, services.readings) ?? written;
  if (!variables.has(name)) {
    const message = `The variable '${name}' is not initialized.`;
    return failed(actionFailure(behaviours.setBeforeInitialize, message), { inputs });
  }
  variables.set(name, inputs.value);
  return succeeded({ inputs, outputs: { body: { name, value: inputs.value } } });
}
