import { deferSerializer } from "../language-host/defer-serializer.cjs";

// Before Pulumi's SDK, which each process of the tests loads.
deferSerializer(__filename);
