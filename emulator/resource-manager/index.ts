export {
  createArm,
  type Arm,
  type ArmOptions,
  type ArmResource,
  type RecordedRequest,
  type ResourceState,
  type RolePermission,
  type VaultModel,
} from "./service";
