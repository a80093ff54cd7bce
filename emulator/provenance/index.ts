export { declareBehaviours, type Behaviour, type Certainty, type DeclaredBehaviour } from "./behaviour";
export { exercise, exercisedBehaviours } from "./exercised";
export { defaultReadings, describeReadings, follow, readings, type Readings } from "./readings";
