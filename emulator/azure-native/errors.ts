import { asObject, asString, type JsonObject } from "../../definition/json";
import { exercise, type Behaviour } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";

/** An error of azure-native's own. */
export class AzureNativeError extends Error {
  override readonly name = "AzureNativeError";

  /** @param behaviour what the error is an instance of */
  constructor(behaviour: Behaviour, message: string) {
    super(message);
    exercise(behaviour);
  }
}

/** A call that Azure Resource Manager refused, in azure-native's words. */
export class ArmRequestError extends AzureNativeError {
  readonly status: number;
  readonly code: string;

  constructor(answer: { readonly status: number; readonly body: JsonObject }) {
    const error = asObject(answer.body.error);
    const code = asString(error.code);
    super(behaviours.refusedByArm, `Status=${answer.status} Code="${code}" Message="${asString(error.message)}"`);
    this.status = answer.status;
    this.code = code;
  }
}
