import { contentReadings } from "./content-readings";
import { deploymentReadings } from "./deployment-readings";
import { expressionReadings } from "./expression-readings";
import { messageReadings } from "./message-readings";
import type { Reading } from "./reading";
import { runReadings } from "./run-readings";
import { salesforceReadings } from "./salesforce-readings";

/**
 * Questions that Azure's documents leave open, contradict, or leave to reports. `npm run faults -- --readings` runs the
 * faults and the proofs under every two alternatives under which the program must hold.
 */
export const readings = {
  ...runReadings,
  ...expressionReadings,
  ...contentReadings,
  ...deploymentReadings,
  ...salesforceReadings,
  ...messageReadings,
} as const satisfies Readonly<Record<string, Reading>>;
