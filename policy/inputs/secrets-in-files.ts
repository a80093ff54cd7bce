import { asObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { isCredentialName } from "../credentials";
import type { ExpandedOutput } from "../arm-template";
import { isSecure, undecidedIn, withType } from "../arm-template";
import type { Stack } from "../model";
import type { Finding, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";
import { findEncryptedDefinitions } from "./encrypted-definitions";

/** Rule on what the files of a template or a project show. */
export const secretsInFiles: RuleDescription = {
  id: "secrets-in-files",
  sentence: "No template, parameters file, output of a template or file of a project shows a secret.",
  fault: "A template, parameters file, output of a template or file of a project shows a secret.",
  level: "mandatory",
  levelReason: "What a file or a history shows has to be revoked; advice, where a name or a placeholder may deceive.",
  reason: "Everyone who may read the deployment, the workflow or the repository can read it.",
  remediation:
    "Declare the parameter or the output as secureString or secureObject, without a default value, and give it a " +
    "reference to a secret of a vault.",
  reference:
    "https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#security-recommendations-for-parameters",
  configuration: noConfiguration,
};

type TemplateFinding = Omit<Finding, "rule">;

/** Finds outputs that are not secure and hold a secret. Azure keeps the outputs of templates within a template too. */
export function findSecretOutputs(outputs: readonly ExpandedOutput[]): readonly TemplateFinding[] {
  return outputs
    .filter(({ isSecure: isHidden, value }) => !isHidden && undecidedIn(value).some(({ isSecret }) => isSecret))
    .map(({ name, path }) => ({
      level: "mandatory",
      path,
      message: `The output "${name}" holds a secret, and the history of deployments shows it.`,
      remediation: "Leave the output out, or declare it as secureString or secureObject.",
    }));
}

/** Finds secure parameters with a default value that is not empty and no expression. */
export function findSecretDefaults(template: JsonObject): readonly TemplateFinding[] {
  return Object.entries(asObject(template.parameters)).flatMap(([name, declaration]) => {
    const { defaultValue } = asObject(declaration);
    if (!isSecure(withType(asObject(declaration), template)) || isEmptyOrExpression(defaultValue)) return [];
    return [
      {
        level: "mandatory",
        path: `parameters.${name}.defaultValue`,
        message: `The secure parameter "${name}" has a default value, which everyone who reads the template can read.`,
      },
    ];
  });
}

/** Finds parameters that are named as a secret and are not secure. A name may deceive, so they are advice. */
export function findOpenParameters(template: JsonObject): readonly TemplateFinding[] {
  return Object.entries(asObject(template.parameters)).flatMap(([name, declaration]) => {
    const declared = withType(asObject(declaration), template);
    if (declared.type !== "string" || !isCredentialName(name)) return [];
    return [
      {
        level: "advisory",
        path: `parameters.${name}`,
        message: `The parameter "${name}" is named as a secret and is not secure, so the history of deployments shows its value.`,
      },
    ];
  });
}

/** Finds values of secure parameters in a parameters file. They may be placeholders, so they are advice. */
export function findSecretValues(template: JsonObject, values: JsonObject): readonly TemplateFinding[] {
  const secure = new Set(
    Object.entries(asObject(template.parameters)).flatMap(([name, declaration]) =>
      isSecure(withType(asObject(declaration), template)) ? [name.toLowerCase()] : [],
    ),
  );
  return Object.entries(values).flatMap(([name, given]) => {
    const { value } = asObject(given);
    if (!secure.has(name.toLowerCase()) || value === undefined || value === "") return [];
    return [
      {
        level: "advisory",
        path: `parameters.${name}`,
        message: `The parameters file has a value for the secure parameter "${name}".`,
        remediation: "Give it a reference to a secret of a vault, or pass it on the command line of the deployment.",
      },
    ];
  });
}

/** Finds definitions and connector documents that contain a secret, whatever else stands in them. */
export function findSecretDefinitions(stack: Stack): readonly TemplateFinding[] {
  return findEncryptedDefinitions(stack).map(({ urn, path }) => ({
    level: "mandatory",
    ...(urn === undefined ? {} : { urn }),
    ...(path === undefined ? {} : { path }),
    message: "A secret of the template stands in it, and everyone who may read the resource can read it.",
    remediation: "Pass the secret in a parameter of the workflow that is a SecureString.",
  }));
}

function isEmptyOrExpression(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (typeof value === "string") return value.startsWith("[") && !value.startsWith("[[");
  return typeof value === "object" && Object.keys(value).length === 0;
}
