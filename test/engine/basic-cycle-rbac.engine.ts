import { describeBasicCycle } from "./basic-cycle";

describeBasicCycle("rbac");
