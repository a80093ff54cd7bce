import { bindToRelay, setSecretDocument } from "../../../connector";
import { asObject } from "../../../definition";

/** A relay's address. */
export const address = {
  host: "prod-01.westeurope.logic.azure.com",
  basePath: "/workflows/0123456789abcdef/triggers/manual/paths/invoke",
  queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
};

/** The document of a deployed connector. */
export const document = asObject(bindToRelay(setSecretDocument(["token", "other"]), address));
