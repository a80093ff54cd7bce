import { asObject } from "../../definition";
import type { SentRequest } from "./http-request";

/** A place that keeps what it is sent where others read it. */
export interface Sink {
  /** For people, such as "a message in Teams". */
  readonly what: string;
  /** Matches the paths of the inputs that it keeps. */
  readonly paths: RegExp;
}

/** Managed connectors whose operations show or store their body, by a part of their name. */
const connectors: readonly (readonly [name: RegExp, what: string])[] = [
  [/^teams/, "a message in Teams"],
  [/^(?:office365|outlook|smtp|sendgrid|gmail|mailchimp)/, "a mail"],
  [/^(?:slack|twilio|telegram|yammer)/, "a message"],
  [/^(?:azureblob|azurefile|onedrive|sharepoint|dropbox|googledrive|box|ftp|sftp|filesystem)/, "a file"],
  [/^(?:azuretables|excelonline|googlesheet|documentdb|azurequeues)/, "stored data"],
  [/^(?:jira|trello|github|visualstudioteamservices|planner|servicenow|zendesk)/, "a ticket"],
];

/** Addresses that do the same over HTTP. */
const addresses: readonly (readonly [address: RegExp, what: string])[] = [
  [/^graph\.microsoft\.com\/.*\/(?:sendmail|messages|reply|chatmessages)$/i, "a mail or a message"],
  [/^[\w-]+\.blob\.core\.windows\.net\//i, "a blob"],
  [/^hooks\.slack\.com\//i, "a message"],
  [/\.webhook\.office\.com\//i, "a message in Teams"],
  [/^api\.sendgrid\.com\//i, "a mail"],
];

/** Finds where an action's inputs stay readable; undefined where nothing is known to keep them. */
export function findSink(type: string, inputs: unknown, request: SentRequest | undefined): Sink | undefined {
  const kept = /^inputs\.(?:body|queries)\b/;
  if (/^apiconnection/i.test(type)) {
    const connector = connectorName(inputs);
    const found = connectors.find(([name]) => name.test(connector));
    return found === undefined ? undefined : { what: found[1], paths: kept };
  }
  if (request === undefined || !/^(?:POST|PUT|PATCH)$/.test(request.method)) return undefined;
  const found = addresses.find(([address]) => address.test(request.host + request.path));
  return found === undefined ? undefined : { what: found[1], paths: kept };
}

/** Key of the connection that an action uses, which the designer names after the connector. */
function connectorName(inputs: unknown): string {
  const { name } = asObject(asObject(asObject(inputs).host).connection);
  const key = typeof name === "string" ? /\$connections'\)\??\['([^']+)'\]/i.exec(name)?.[1] : undefined;
  return (key ?? "").toLowerCase();
}
