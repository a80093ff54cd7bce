export {
  createArm,
  type Arm,
  type ArmOptions,
  type ArmResource,
  type RecordedRequest,
  type ResourceState,
} from "./service";
