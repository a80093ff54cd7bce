// Stands for azure-native where Pulumi infers the schema (tsconfig.json).
export {};
