import { vaultHost } from "../../azure";
import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import { asList } from "../../definition/json";

/** An operation of an OpenAPI 2.0 document. */
export interface DocumentOperation {
  /** In upper case. */
  readonly method: string;
  /** As written. */
  readonly path: string;
  /** Path at the vault, with the document's base path where its host is a vault. */
  readonly requestPath: string;
  readonly parameters: readonly JsonObject[];
  readonly responses: JsonObject;
}

const methods = new Set("get put post patch delete head options".split(" "));

/** Every operation of a document, those of the path's own parameters added. Nothing of its shape is trusted. */
export function documentOperations(document: unknown): readonly DocumentOperation[] {
  const { host, basePath } = asObject(document);
  const isVault = typeof host === "string" && vaultHost.test(host);
  const base = isVault && typeof basePath === "string" ? basePath.replace(/\/+$/, "") : "";
  return Object.entries(asObject(asObject(document).paths)).flatMap(([path, value]) => {
    const item = asObject(value);
    return Object.entries(item)
      .filter(([method]) => methods.has(method.toLowerCase()))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        requestPath: base + path,
        parameters: [...asList(item.parameters), ...asList(asObject(operation).parameters)].map((parameter) =>
          dereference(document, parameter),
        ),
        responses: asObject(asObject(operation).responses),
      }));
  });
}

/** An operation as `PUT /secrets/{}`, whatever its placeholders are called. */
export function operationKey(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}").replace(/(?<=.)\/$/, "")}`.toLowerCase();
}

/** Resolves a `$ref` within the document; returns other values unchanged, and `{}` if the target does not exist. */
export function dereference(document: unknown, value: unknown): JsonObject {
  let found = asObject(value);
  for (let hops = 0; typeof found.$ref === "string" && hops < 10; hops += 1) {
    const names = found.$ref.replace(/^#\//, "").split("/");
    found = asObject(
      names.reduce<unknown>(
        (within, name) => asObject(within)[name.replaceAll("~1", "/").replaceAll("~0", "~")],
        document,
      ),
    );
  }
  return found;
}
