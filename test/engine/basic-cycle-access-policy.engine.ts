import { describeBasicCycle } from "./basic-cycle";

describeBasicCycle("accessPolicy");
