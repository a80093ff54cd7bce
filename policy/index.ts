import { PolicyPack } from "@pulumi/policy";
import { policies } from "./adapter/policies";

// Serves the rules to Pulumi's engine, which starts this file and reads the port from its output.
new PolicyPack("logicapp-keyvault-secrets", { policies: policies() });
