import { asObject } from "../../../definition";
import { isCredentialName, isLiteralCredential } from "../../credentials";
import type { Finding } from "../../rule/rule";
import { secretsInFiles } from "../secrets-in-files";
import { withoutAppSettings } from "./app-settings";
import type { ProjectFile } from "./project-files";

/** Finds values in the clear of secure parameters, and of those that are named as a secret, in `parameters.json`. */
export function findSecretParameters({ content, lineOf }: ProjectFile, file: string): readonly Finding[] {
  return Object.entries(content).flatMap(([name, declaration]) => {
    const { type, value } = asObject(declaration);
    const isSecure = typeof type === "string" && /^secure/i.test(type);
    const known = withoutAppSettings(value);
    if (!(isSecure || isCredentialName(name)) || typeof known !== "string" || known === "") return [];
    const path = `${name}.value`;
    return [
      {
        rule: secretsInFiles.id,
        level: secretsInFiles.level,
        path,
        source: { file, line: lineOf(path) },
        message: `The parameter "${name}" holds a secret, and its value stands in the clear.`,
        remediation: `Write "@appsetting('NAME')", and let the app setting refer to a secret of a vault.`,
      },
    ];
  });
}

/** Properties of `authentication` that hold a credential, besides those that are named so. */
const authenticationValues = new Set(["parameter", "value", "pfx", "password", "secret"]);

/**
 * Finds credentials in the clear in `connections.json`, besides the values of parameters, which the rules on connections
 * read.
 */
export function findSecretConnections({ content, lineOf }: ProjectFile, file: string): readonly Finding[] {
  return credentialPaths(withoutAppSettings(content), "").map((path) => ({
    rule: secretsInFiles.id,
    level: secretsInFiles.level,
    path,
    source: { file, line: lineOf(path) },
    message: "A credential of a connection stands in the clear.",
    remediation: `Write "@appsetting('NAME')", or authenticate with the app's managed identity.`,
  }));
}

function credentialPaths(value: unknown, path: string): readonly string[] {
  return Object.entries(asObject(value)).flatMap(([name, item]) => {
    const place = path === "" ? name : `${path}.${name}`;
    if (name === "parameterValues") return [];
    if (typeof item !== "string") return credentialPaths(item, place);
    const isNamed = isCredentialName(name) || (path.endsWith(".authentication") && authenticationValues.has(name));
    return isNamed && isLiteralCredential(item) ? [place] : [];
  });
}
