import type { JsonObject } from "../../../definition/json";
import type { Origin } from "../../provenance";
import type { RefusalBody } from "../oauth-provider";

/** A fact about a provider, with where it is known from. */
export type Fact<Value> = Origin & { readonly value: Value };

/** An answer to a refused request, with where it is known from. */
export type DeclaredRefusal = Origin & { readonly status: number; readonly body: RefusalBody };

/** A document of the provider says so. */
export function documentedAt(source: string): Origin {
  return { source, certainty: "documented" };
}

/** A public report, or somebody else's page about the provider, shows it. */
export function reportedAt(source: string): Origin {
  return { source, certainty: "reported" };
}

/** Nobody says so; the source is what it is inferred from. */
export function inferredFrom(source: string): Origin {
  return { source, certainty: "inferred" };
}

/** The source describes the answer without showing it in full. */
export function reconstructed(origin: Origin): Origin {
  return { ...origin, reconstructed: true };
}

/** States a fact. */
export function fact<Value>(value: Value, origin: Origin): Fact<Value> {
  return { ...origin, value };
}

/** States an answer to a refused request. */
export function refused<Body extends JsonObject | RefusalBody>(
  status: number,
  body: Body,
  origin: Origin,
): Origin & { readonly status: number; readonly body: Body } {
  return { ...origin, status, body };
}
