import { listFunctions } from "./lists";
import { logicFunctions } from "./logic";
import type { TemplateFunction } from "./template-function";
import { textFunctions } from "./texts";

export { deploymentFunctions, listedSecret } from "./deployment";
export { reference } from "./reference";
export { undecidedCall } from "./template-function";
export { asGuid, hasStandIn } from "./texts";

/** Functions that need nothing but their arguments, by name in lower case. */
export const plainFunctions: ReadonlyMap<string, TemplateFunction> = new Map(
  Object.entries({ ...textFunctions, ...logicFunctions, ...listFunctions }),
);
