import { asObject, asString } from "../../../definition/json";
import { ArmError } from "../errors";
import type { ResourceProvider } from "../resource-provider";
import { behaviours } from "./behaviours";
import type { Refusal } from "../../provenance";

const maximumBytes = 1024 * 1024;

/** Microsoft.Web/customApis: custom connectors. */
export const customApis: ResourceProvider = {
  type: "Microsoft.Web/customApis",
  located: true,
  put: ({ target, body }) => {
    const properties = asObject(body.properties);
    const reject = (record: Refusal, message: string): never => {
      throw new ArmError(record, `The custom connector '${target.name}' ${message}`);
    };
    const { swagger } = properties;
    if (swagger === undefined) reject(behaviours.documentMissing, "has no properties.swagger.");
    if (asObject(swagger).swagger !== "2.0")
      reject(behaviours.otherOpenApiVersion, 'takes OpenAPI 2.0 only: swagger: "2.0".');
    if (Buffer.byteLength(JSON.stringify(swagger)) >= maximumBytes) {
      reject(behaviours.documentTooLarge, "takes a document of less than 1 MB.");
    }
    const serviceUrl = asString(asObject(properties.backendService).serviceUrl);
    if (!serviceUrl.startsWith("https://")) {
      reject(behaviours.backendMissing, "needs an https URL in properties.backendService.serviceUrl.");
    }
    return body;
  },
};
