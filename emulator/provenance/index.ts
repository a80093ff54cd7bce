export {
  assumedFailure,
  assumedRefusal,
  byDefault,
  defaultValue,
  failure,
  refusal,
  success,
  type Default,
  type Failure,
  type Refusal,
  type Success,
} from "./answers";
export {
  declareBehaviours,
  documented,
  inferred,
  notEmulated,
  reported,
  seen,
  type Behaviour,
  type Certainty,
  type DeclaredBehaviour,
  type Origin,
} from "./behaviour";
export { exercise, exercisedBehaviours } from "./exercised";
export { renderBehaviours } from "./render-behaviours";
export { describeUnexercised } from "./unexercised";
export { defaultReadings, describeReadings, follow, readingBehaviours, type Readings } from "./follow";
export { readings } from "./readings";
export { alternativesToHold, type Reading } from "./reading";
