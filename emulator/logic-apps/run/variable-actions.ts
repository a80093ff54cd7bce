import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { failed, succeeded, type Outcome } from "./outcome";
import type { RunContext } from "./run-context";

/** Declares a variable; null without a value. `inputs` are evaluated already. */
export function initializeVariable(inputs: JsonObject, { variables }: RunContext): Outcome {
  for (const variable of asList(inputs.variables).map(asObject)) {
    variables.set(asString(variable.name), variable.value ?? null);
  }
  return succeeded({ inputs });
}

/** Gives a variable a value. `inputs` are evaluated already. */
export function setVariable(inputs: JsonObject, { variables }: RunContext): Outcome {
  const name = asString(inputs.name);
  if (!variables.has(name)) {
    const message = `The variable '${name}' is not initialized.`;
    return failed({ code: "InvalidTemplate", message }, { inputs });
  }
  variables.set(name, inputs.value);
  return succeeded({ inputs, outputs: { body: { name, value: inputs.value } } });
}
