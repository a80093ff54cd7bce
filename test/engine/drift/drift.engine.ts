import { accessPolicyDrifts } from "./access-policy-drifts";
import { describeDrifts } from "./describe-drifts";
import { rbacDrifts } from "./rbac-drifts";

describeDrifts([...rbacDrifts, accessPolicyDrifts]);
