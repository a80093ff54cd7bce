import type { JsonObject } from "../../definition/json";
import { jsonFile, type ExportedFile } from "./exported-file";
import { documentFile, withKnownFormats } from "./portable-document";

/** The file to import where the portal asks for an OpenAPI file. */
export function openApiFiles(document: JsonObject): readonly ExportedFile[] {
  return [jsonFile(documentFile, withKnownFormats(document))];
}
