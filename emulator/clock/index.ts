export type { Clock } from "./clock";
export { ControlledClock } from "./controlled-clock";
export { parseDuration } from "./iso-duration";
