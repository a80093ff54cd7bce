import { vaultHost, workflowHost } from "../../../azure";
import { asObject } from "../../../definition";
import { documentProblems, writesToVault } from "../../connector-document";
import type { Report, Rule } from "../../rule/rule";

interface Configuration {
  /** Operations that a connector of vault secrets may have, such as `PUT /secrets/{secret-name}`. */
  readonly allowedOperations: readonly string[];
}

export const connectorDocument: Rule<Configuration> = {
  id: "connector-document",
  sentence:
    "A connector to vault secrets offers only allowed operations over https, marks values as secret, returns none, " +
    "and restricts the names.",
  fault: "A connector to vault secrets offers more than allowed operations over https, or shows values.",
  level: "mandatory",
  levelReason: "The document alone decides what everyone with the connection can do in the vault.",
  reason:
    "Anyone who may use a connection can call every operation in its document, and run history hides only what the document marks.",
  remediation:
    'Keep only the allowed operations; set schemes to ["https"]; mark the value with "format": "password"; leave ' +
    "values out of responses and addresses; list the names that may be written in the parameter's enum.",
  reference: "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
  configuration: {
    schema: {
      type: "object",
      properties: {
        allowedOperations: {
          type: "array",
          items: { type: "string", pattern: "^[A-Z]+ /" },
          description: "Operations that a connector of vault secrets may have; placeholders may have any name.",
        },
      },
      additionalProperties: false,
    },
    defaults: { allowedOperations: ["PUT /secrets/{secret-name}"] },
  },
  evaluate({ connectors }, { allowedOperations }, report) {
    for (const { urn, properties, document } of connectors) {
      if (typeof document === "symbol") report.undecided({ urn, path: "properties.swagger" });
      checkLink(urn, properties, report);
      if (!writesToVault(document)) continue;
      for (const { path, message } of documentProblems(document, allowedOperations)) {
        report.finding({ urn, path: `properties.swagger.${path}`, message });
      }
      const { serviceUrl } = asObject(properties.backendService);
      if (typeof serviceUrl === "string" && !/^https:\/\/[^/?#*@]+([/?#]|$)/i.test(serviceUrl)) {
        report.finding({
          urn,
          path: "properties.backendService.serviceUrl",
          message: "The connector's backend must be a fixed host over https.",
        });
      }
    }
  },
};

/** A document that is only linked cannot be checked, and may change at any time. */
function checkLink(urn: string, properties: Readonly<Record<string, unknown>>, report: Report): void {
  const { swagger, apiDefinitions, backendService } = properties;
  const { originalSwaggerUrl, modifiedSwaggerUrl } = asObject(apiDefinitions);
  const link = [originalSwaggerUrl, modifiedSwaggerUrl].some((url) => typeof url === "string");
  const { serviceUrl } = asObject(backendService);
  const host = typeof serviceUrl === "string" ? (/^https?:\/\/([^/?#:]+)/i.exec(serviceUrl)?.[1] ?? "") : "";
  if (!link || swagger !== undefined || !(vaultHost.test(host) || workflowHost.test(host))) return;
  report.finding({
    urn,
    path: "properties.apiDefinitions",
    message:
      "The document of a connector to a vault or a workflow is a link, so that its operations cannot be checked.",
    remediation: "Give the document itself as properties.swagger.",
  });
}
