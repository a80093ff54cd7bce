import { clouds } from "../../../azure";
import { asObject } from "../../../definition";
import { writesToVault } from "../../connector-document";
import type { AudienceOfHosts } from "../../http-addresses";
import { addressProblems } from "../../http-addresses";
import type { Rule } from "../../rule/rule";

interface Configuration {
  readonly audiences: readonly AudienceOfHosts[];
}

export const httpsAndAudience: Rule<Configuration> = {
  id: "https-and-audience",
  sentence: "Requests use https, and a managed identity's token is sent only to hosts of the service that it is for.",
  fault: "A request does not use https, or sends a managed identity's token to a host of another service.",
  level: "mandatory",
  levelReason:
    "A token that was sent to another host, or could be read on the way, cannot be called back before it expires.",
  reason: "A token that is sent to another host, or unencrypted, can be used by anyone who receives it.",
  remediation:
    'Write the address as https:// and a fixed host, and set "audience" to the service\'s own, such as ' +
    `${clouds.public.vaultAudience} without a slash. Hosts of your own are declared in the rule's configuration.`,
  reference: "https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity",
  configuration: {
    schema: {
      type: "object",
      properties: {
        audiences: {
          type: "array",
          description: "Your own hosts, with the audiences of the tokens that may be sent to them.",
          items: {
            type: "object",
            properties: {
              host: { type: "string", description: "With a leading dot: the hosts below it." },
              audiences: { type: "array", items: { type: "string" } },
            },
            required: ["host", "audiences"],
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
    defaults: { audiences: [] },
  },
  evaluate({ workflows, connectors }, { audiences }, report) {
    for (const { urn, definition, state, parameters } of workflows) {
      if (state === "unknown") report.undecided({ urn, path: "definition" });
      if (state !== "readable") continue;
      const { problems, unknown } = addressProblems(definition, parameters, audiences);
      for (const { node, path, message } of problems) {
        report.finding({ urn, path: `definition.${path}`, message: `"${node}": ${message}` });
      }
      for (const { path } of unknown) report.undecided({ urn, path: `definition.${path}` });
    }
    for (const { urn, properties, document } of connectors) {
      // Of a connector of vault secrets, connector-document asks it.
      if (writesToVault(document)) continue;
      const { serviceUrl } = asObject(properties.backendService);
      if (typeof serviceUrl === "string" && !/^https:\/\//i.test(serviceUrl)) {
        report.finding({
          urn,
          path: "properties.backendService.serviceUrl",
          message: "The connector's backend is not https.",
        });
      }
      const { schemes } = asObject(document);
      if (Array.isArray(schemes) && schemes.some((scheme) => scheme === "http")) {
        report.finding({ urn, path: "properties.swagger.schemes", message: "The connector's document allows http." });
      }
    }
  },
};
