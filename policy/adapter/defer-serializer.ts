import { deferSerializer } from "../../language-host/defer-serializer.cjs";

// Imported for its effect: before Pulumi's SDK, which takes a third of the pack's start to load what it never uses.
deferSerializer(require.resolve("@pulumi/policy"));
