import type { Finding } from "./rule";

/** That findings of a rule on one resource are accepted, by somebody, for a time. */
export interface Exemption {
  /** Of the resource. */
  readonly urn?: string;
  /** Logical name of the resource, where its URN is not given. */
  readonly name?: string;
  readonly reason: string;
  /** Date in the form 2027-01-31: the last day on which it holds. */
  readonly expires: string;
  readonly approvedBy: string;
}

/** A finding that is accepted. */
export interface ExemptedFinding extends Finding {
  readonly exemption: Exemption;
}

/** JSON schema of a rule's exemptions; what is missing is a finding of its own, so nothing but the kinds is checked. */
export const exemptionsSchema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      urn: { type: "string", description: "Of the resource." },
      name: { type: "string", description: "Logical name of the resource, where its URN is not given." },
      reason: { type: "string", description: "Why the finding is accepted." },
      expires: { type: "string", description: "The last day on which it is, such as 2027-01-31." },
      approvedBy: { type: "string", description: "Who accepted it." },
    },
    additionalProperties: false,
  },
  description: "Resources on which findings of this rule are accepted.",
} as const;

/**
 * Describes the problem of an exemption; undefined if it is valid.
 *
 * @param today in the form 2027-01-31
 */
export function exemptionProblem(exemption: Partial<Exemption>, today: string): string | undefined {
  const { urn, name, reason, expires, approvedBy } = exemption;
  const missing = [
    ...(isGiven(urn) || isGiven(name) ? [] : ["a urn or a name"]),
    ...(isGiven(reason) ? [] : ["a reason"]),
    ...(isGiven(approvedBy) ? [] : ["approvedBy"]),
    ...(isGiven(expires) ? [] : ["a date in expires"]),
  ];
  if (missing.length > 0) return `lacks ${missing.join(", ")}`;
  if (expires === undefined || !isDate(expires)) return "has an expires that is not a date such as 2027-01-31";
  return expires < today ? `expired on ${expires}` : undefined;
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
}

/** Checks whether an exemption is for the resource of a finding. */
export function appliesTo({ urn, name }: Partial<Exemption>, finding: Finding): boolean {
  if (finding.urn === undefined) return false;
  return urn === undefined ? name === finding.urn.split("::").at(-1) : urn === finding.urn;
}
