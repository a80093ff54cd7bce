import type { Behaviour, Certainty, DeclaredBehaviour } from "./behaviour";
import type { Reading } from "./reading";

const introduction = `<!-- Written by npm run behaviours. Change the records in emulator/**/behaviours.ts and readings.ts instead. -->

# Behaviours of the emulator

Every refusal, status and default of the emulator, and every reading of what Azure's documents leave open. The emulator
answers from these records only, \`npm test\` fails when one of them is never shown, and each has its source. What that
proves, and what it does not, is in [the page about the emulator](README.md).

- _documented_: a document of the vendor says so, or a standard.
- _seen_: observed in the clients of Microsoft or Pulumi or in their recordings, or read in their source.
- _reported_: a public report shows it.
- _inferred_: nobody says so; the source is what we infer it from.

_Code assumed_ means that the source gives the rule, and that the status and the code are ours. Nothing may depend on them.
_Reconstructed_ means that the source describes the answer without showing it in full.
`;

/**
 * Renders the page of all behaviours, in Markdown as prettier writes it.
 *
 * @param behaviours without the alternatives of the readings
 * @param readings by name
 */
export function renderBehaviours(
  behaviours: readonly Behaviour[],
  readings: Readonly<Record<string, Reading>>,
): string {
  const emulated = behaviours.filter(({ notEmulated }) => notEmulated !== true);
  const refused = behaviours.filter(({ notEmulated }) => notEmulated === true);
  const services = [...new Set(emulated.map(serviceOf))];
  const inferred = emulated.filter(({ certainty }) => certainty === "inferred");
  return [
    introduction,
    `\n${renderCounts(emulated)}\n`,
    section("Inferred", "Ours alone: the first suspects when Azure behaves otherwise.", inferred),
    section("Not emulated", "What Azure has and the emulator refuses by name, instead of guessing an answer.", refused),
    renderReadings(readings),
    ...services.map((service) => {
      const records = emulated.filter((record) => serviceOf(record) === service);
      return `\n## ${service}\n\n${records.map((record) => renderBehaviour(nameOf(record), record)).join("")}`;
    }),
  ].join("");
}

function renderCounts(behaviours: readonly Behaviour[]): string {
  const count = (wanted: Certainty): number => behaviours.filter(({ certainty }) => certainty === wanted).length;
  const counts = (["documented", "seen", "reported", "inferred"] as const).map((each) => `${count(each)} ${each}`);
  return `${behaviours.length} behaviours: ${counts.join(", ")}.`;
}

function section(title: string, text: string, behaviours: readonly Behaviour[]): string {
  const lines = behaviours.map((record) => renderBehaviour(record.id, record));
  return `\n## ${title}\n\n${text}\n\n${lines.join("")}`;
}

function renderReadings(readings: Readonly<Record<string, Reading>>): string {
  const text =
    "Questions that documents leave open, or that reports answer otherwise. The emulator takes the default; the program\n" +
    "holds under every alternative, as `npm run faults -- --readings` shows, unless it is said to need one: then\n" +
    "[limits.md](../limits.md) says what happens otherwise.";
  const chapters = Object.entries(readings).map(([name, { question, alternatives, default: chosen, needs }]) => {
    const lines = Object.entries(alternatives).map(([alternative, record]) =>
      renderBehaviour(alternative, record, alternative === chosen ? ["default"] : []),
    );
    const limit =
      needs === undefined ? "" : `\nThe program [needs](../limits.md#${needs.section}) \`${needs.alternative}\`.\n`;
    return `\n### ${name}\n\n${escape(question)}\n\n${lines.join("")}${limit}`;
  });
  return `\n## Readings\n\n${text}\n${chapters.join("")}`;
}

function renderBehaviour(name: string, record: DeclaredBehaviour, notes: readonly string[] = []): string {
  const { behaviour, source, certainty, assumedCode, reconstructed } = record;
  const marks = [assumedCode === true ? "code assumed" : "", reconstructed === true ? "reconstructed" : ""];
  const all = [...notes, answerOf(record), certainty, ...marks];
  const shown = all.filter((note) => note !== "").join(", ");
  return `- \`${name}\` (${shown}): ${escape(behaviour)}. <${source}>\n`;
}

/** Tells status and code, code alone, or the value that is filled in. */
function answerOf(record: DeclaredBehaviour & { status?: unknown; code?: unknown; value?: unknown }): string {
  const { status, code, value } = record;
  if (value !== undefined) return `\`${JSON.stringify(value, withUnlimited)}\``;
  const parts = [status, code].filter((part) => typeof part === "number" || typeof part === "string");
  return parts.length === 0 ? "" : `\`${parts.join(" ")}\``;
}

/** Writes Infinity, which JSON has not. */
function withUnlimited(_key: string, part: unknown): unknown {
  return part === Infinity ? "unlimited" : part;
}

function serviceOf({ id }: Behaviour): string {
  return id.slice(0, id.indexOf("/"));
}

function nameOf(record: Behaviour): string {
  return record.id.slice(serviceOf(record).length + 1);
}

/** Keeps prettier from reading `*` and `_` outside of code as emphasis. */
function escape(text: string): string {
  return text.replace(/(`[^`]*`)|([*_])/g, (_match, code: string | undefined, mark: string) => code ?? `\\${mark}`);
}
