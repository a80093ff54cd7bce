import type { JsonObject } from "../../../definition/json";
import type { RelayAddress } from "../../operation/bind-to-relay";
import { jsonFile, type ExportedFile } from "../exported-file";
import { documentFile, withKnownFormats, withoutRelayQueries } from "../portable-document";
import { apiProperties } from "./api-properties";

/** Input for the files of a custom connector. */
export interface PowerPlatformExport {
  /** Of the deployed connector. */
  readonly document: JsonObject;
  readonly address: RelayAddress<string>;
  /** Content of `icon.png`: paconn takes a file, not the data URI that Azure has. */
  readonly icon: Uint8Array;
}

const propertiesFile = "apiProperties.json";
const iconFile = "icon.png";

/**
 * Arguments that paconn reads from a file: `environment` and `connectorId` are missing, so that it asks for them.
 * https://github.com/microsoft/PowerPlatformConnectors/blob/dev/tools/paconn-cli/README.md
 */
const settings = {
  apiProperties: propertiesFile,
  apiDefinition: documentFile,
  icon: iconFile,
  powerAppsUrl: "https://api.powerapps.com",
  powerAppsApiVersion: "2016-11-01",
};

/** The files of a custom connector that `paconn create` and `pac connector create` read. */
export function powerPlatformFiles({ document, address, icon }: PowerPlatformExport): readonly ExportedFile[] {
  return [
    jsonFile(documentFile, withKnownFormats(withoutRelayQueries(document))),
    jsonFile(propertiesFile, apiProperties(address)),
    { path: iconFile, content: icon },
    jsonFile("settings.json", settings),
  ];
}
