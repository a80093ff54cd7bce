import "./adapter/defer-serializer";
import { PolicyPack } from "@pulumi/policy";
import { packName } from "./adapter/pack-name";
import { policies } from "./adapter/policies";

// Serves the rules to Pulumi's engine, which starts this file and reads the port from its output.
new PolicyPack(packName, { policies: policies() });
