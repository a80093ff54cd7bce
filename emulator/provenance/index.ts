export { declareBehaviours, documented, inferred, type Behaviour } from "./behaviour";
export { exercise, exercisedBehaviours } from "./exercised";
export { defaultReadings, describeReadings, follow, readings, type Readings } from "./readings";
