/** A workflow as Azure Resource Manager hands it to the runtime. */
export interface WorkflowResource {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly state: "Enabled" | "Disabled";
  readonly definition: unknown;
  readonly parameters: Readonly<Record<string, { value?: unknown }>>;
  /** Principal ids: of the system-assigned identity, and per resource id (lower case) of user-assigned ones. */
  readonly identity: { readonly systemAssigned?: string; readonly userAssigned: Readonly<Record<string, string>> };
  /** Callers that are allowed. Not enforced: a caller on the loopback has no public address. */
  readonly accessControl?: {
    readonly triggers?: { readonly allowedCallerIpAddresses?: readonly { readonly addressRange: string }[] };
  };
}

/** Answer of `listCallbackUrl`. `sig` authorises the call: a secret. */
export interface CallbackUrl {
  value: string;
  method: string;
  basePath: string;
  relativePath?: string;
  relativePathParameters?: string[];
  queries: { "api-version": string; sp: string; sv: string; sig: string };
}

/** A connection to a custom connector, with what the connector runtime needs to call its backend. */
export interface ConnectorConnection {
  readonly connectionId: string;
  readonly connectorId: string;
  readonly swagger: unknown;
  /** URL that the runtime calls, instead of the document's host. */
  readonly serviceUrl: string;
  readonly apiKey?: { readonly in: "query" | "header"; readonly name: string; readonly value: string };
}
