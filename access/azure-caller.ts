import type { CloudName } from "../azure";
import type { Leaf } from "../definition";

/** With whose token a workflow calls Azure's services, and in which cloud they are. */
export interface AzureCaller {
  /** Resource ID of the workflow's user-assigned identity. @default the system-assigned one */
  readonly identity?: Leaf | undefined;
  /** @default "public" */
  readonly cloud?: CloudName | undefined;
}
