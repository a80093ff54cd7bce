import { basename, extname } from "node:path";
import { asObject, isObject } from "../../definition";
import type { JsonObject } from "../../definition";
import { expandTemplate, readGiven, settle } from "../arm-template";
import type { Stack, StackResource } from "../model";
import { readTemplateResources } from "../resource-forms";
import type { Finding } from "../rule/rule";
import type { FrontDoor } from "./front-door";
import { InputError } from "./input-error";
import type { JsonDocument } from "./json-document";
import { readJsonDocument } from "./json-document";
import { shownFile } from "./source-positions";
import {
  findOpenParameters,
  findSecretDefaults,
  findSecretDefinitions,
  findSecretOutputs,
  findSecretValues,
  secretsInFiles,
} from "./secrets-in-files";
import { findUndecidedExpressions, undecidedExpressions } from "./undecided-expressions";

const option = "--template";
const fix = "Give an ARM template, such as bicep build writes.";
const parametersOption = "--parameters";
const parametersFix = 'Give a parameters file: { "parameters": { "name": { "value": … } } }.';

/**
 * Reads an ARM template as the stack that it deploys.
 *
 * @param parametersFile @default the parameters have their default values
 * @throws InputError if a file cannot be read, or is not what it should be
 */
export async function readTemplate(file: string, parametersFile?: string): Promise<FrontDoor> {
  if (/^\.bicep(param)?$/i.test(extname(file))) {
    throw new InputError(option, file, `it is Bicep. Run: bicep build ${file}, and give the JSON file that it writes.`);
  }
  const document = await readJsonDocument(option, file, fix);
  const template = checkTemplate(file, document.value);
  const parameters = parametersFile === undefined ? undefined : await readParameters(parametersFile, template);
  const expanded = expandTemplate(
    template,
    readGiven(parameters?.values, (value) => value),
  );
  if (expanded.resources.length === 0)
    throw new InputError(option, file, "the template deploys no resources to check.");
  const urnOf = urns(basename(file));
  const { resources, undecided } = readTemplateResources(expanded, urnOf);
  const source = (line: number): NonNullable<StackResource["sourcePosition"]> => ({ file: shownFile(file), line });
  const placeOf = new Map(resources.map(({ resource, declared }) => [resource.urn, declared.path]));
  const outputs = expanded.outputs.filter(({ isOutermost, isSecure }) => isOutermost && !isSecure);
  const stack: Stack = {
    resources: resources.map(({ resource, declared }) => ({
      ...resource,
      sourcePosition: source(document.lineOf(declared.path)),
    })),
    plainOutputs: asObject(settle(Object.fromEntries(outputs.map(({ name, value }) => [name, value]))).value),
    marksSecrets: true,
  };
  const locate = ({ urn, path }: Pick<Finding, "urn" | "path">): Finding["source"] => {
    const place = urn === undefined ? undefined : placeOf.get(urn);
    if (place === undefined) return source(path === undefined ? 1 : document.lineOf(path));
    return source(
      document.lineOf(place, ...(path === undefined ? [] : [`${place}.${path}`, `${place}.properties.${path}`])),
    );
  };
  const secrets = [
    ...findSecretDefaults(template),
    ...findOpenParameters(template),
    ...findSecretOutputs(expanded.outputs),
    ...findSecretDefinitions(stack),
    ...(parameters === undefined ? [] : parameters.findings),
  ];
  return {
    stack,
    locate,
    notJudged: [],
    findings: [
      ...secrets.map((finding) => ({ rule: secretsInFiles.id, ...finding })),
      ...findUndecidedExpressions([...expanded.undecided, ...undecided], (path) => document.lineOf(path)).map(
        (finding) => ({
          rule: undecidedExpressions.id,
          ...finding,
        }),
      ),
    ],
  };
}

function checkTemplate(file: string, value: unknown): JsonObject {
  const { $schema, resources } = asObject(value);
  if (/\/deploymentParameters\.json/i.test(String($schema))) {
    throw new InputError(
      option,
      file,
      "it is a parameters file. Give it as --parameters, and the template as --template.",
    );
  }
  if (!Array.isArray(resources) && !isObject(resources)) {
    throw new InputError(option, file, `it is not a template: it has no resources. ${fix}`);
  }
  return asObject(value);
}

/** Both shapes that Azure's tools take: with `parameters` around them, and without. */
async function readParameters(
  file: string,
  template: JsonObject,
): Promise<{ values: JsonObject; findings: readonly Omit<Finding, "rule">[] }> {
  if (/^\.bicep(param)?$/i.test(extname(file))) {
    const command = `bicep build-params ${file}`;
    throw new InputError(
      parametersOption,
      file,
      `it is Bicep. Run: ${command}, and give the JSON file that it writes.`,
    );
  }
  const document: JsonDocument = await readJsonDocument(parametersOption, file, parametersFix);
  const { $schema, contentVersion, parameters, ...bare } = asObject(document.value);
  const isWrapped = isObject(parameters) && !("value" in parameters) && !("reference" in parameters);
  const values = isWrapped ? parameters : { ...bare, ...(parameters === undefined ? {} : { parameters }) };
  const declared = new Set(Object.keys(asObject(template.parameters)).map((name) => name.toLowerCase()));
  const problems = Object.entries(values).flatMap(([name, given]) => [
    ...(isObject(given) && ("value" in given || "reference" in given)
      ? []
      : [`"${name}" has no "value" and no "reference"`]),
    ...(declared.has(name.toLowerCase()) ? [] : [`the template has no parameter "${name}"`]),
  ]);
  if (!isObject(document.value)) problems.push("it is not a JSON object");
  if (problems.length > 0) throw new InputError(parametersOption, file, `${problems.join("; ")}. ${parametersFix}`);
  const findings = findSecretValues(template, values).map((finding) => ({
    ...finding,
    source: {
      file: shownFile(file),
      line: document.lineOf(finding.path ?? "", (finding.path ?? "").replace(/^parameters\./, "")),
    },
  }));
  return { values, findings };
}

/** Gives each resource a URN of its own, which stays the same while the resource keeps its name. */
function urns(file: string): (type: string, declared: { readonly displayName: string }) => string {
  const given = new Map<string, number>();
  return (type, { displayName }) => {
    const urn = `urn:pulumi:template::${file}::${type}::${displayName}`;
    const count = (given.get(urn) ?? 0) + 1;
    given.set(urn, count);
    return count === 1 ? urn : `${urn} (${count})`;
  };
}
