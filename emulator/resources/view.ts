import type { ArmServices } from "./resource-provider";

/** What a GET of something shows that is no resource of its own: a list, or a thing inside a resource. */
export interface View {
  readonly path: RegExp;
  /** Type of the resource provider whose API versions it has. */
  readonly type: string;
  /** Query parameters that it knows, besides the api-version. */
  readonly parameters: readonly string[];
  /** @param match of `path` @throws {ArmError} for what is not there, or is not served */
  show(match: RegExpExecArray, query: URLSearchParams, services: ArmServices): unknown;
}
