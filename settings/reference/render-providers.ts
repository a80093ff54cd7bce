import { tokenDefaults } from "../fields/token-settings";
import { providerNames, providers, type Provider } from "../providers";

/** Renders `docs/providers.md`: the defaults of each provider, what they rest on, and what was tried. */
export function renderProviders(): string {
  return `# Providers

<!-- Written by \`npm run settings\` from settings/providers/; edit those. -->

\`provider\` of a token chooses the defaults of its other keys. Without it, the provider is the one that has the host of
\`tokenUrl\`, and \`generic\` for a host that is none of these. A key that is set always wins. \`provider: generic\` has the
program's own defaults at any host.

<!-- prettier-ignore-start -->

| \`provider\` | Grants (default first) | Client authentication | Interval, lifetime, margin (min) | Lifetime of tokens | New refresh tokens |
| --- | --- | --- | --- | --- | --- |
${providerNames.map((name) => row(name, providers[name])).join("\n")}

<!-- prettier-ignore-end -->

## What was tried

No provider was called: what is tried runs on the emulator. "Tried" means that a deployed workflow sent a request whose
headers and form \`test/behaviour/provider-requests.test.ts\` states in full, and stored the token of an answer in the shape
that the provider publishes. "Not tried" means that no published answer was found.

<!-- prettier-ignore-start -->

| \`provider\` | Token URL | Tried | Not tried | Also set |
| --- | --- | --- | --- | --- |
${providerNames.map((name) => triedRow(name, providers[name])).join("\n")}

<!-- prettier-ignore-end -->

## Sources

${providerNames.map((name) => sources(name, providers[name])).join("\n")}
`;
}

function row(name: string, { title, grantTypes, defaults, lifetime, rotation }: Provider): string {
  const { clientAuthentication, intervalMinutes, assumedLifetimeMinutes, marginMinutes } = {
    ...tokenDefaults,
    ...defaults,
  };
  return cells(
    `\`${name}\`: ${title}`,
    list(grantTypes),
    `\`${clientAuthentication}\``,
    `${intervalMinutes}, ${assumedLifetimeMinutes}, ${marginMinutes}`,
    lifetime,
    rotation,
  );
}

function triedRow(name: string, provider: Provider): string {
  const { grantTypes, tried, defaults, tokenUrlForm, requires = [], alsoSet } = provider;
  const url = [
    ...(defaults.tokenUrl === undefined ? [] : [`\`${defaults.tokenUrl}\` (default)`]),
    ...(tokenUrlForm === undefined ? [] : [`\`${tokenUrlForm}\``]),
  ];
  const also = [
    ...requires.map(
      ({ name: parameter, path, example }) =>
        `${parameter === "scope" ? "`scope`" : `\`tokenRequestParameters.${parameter}\``} with \`client_credentials\` at \`…${path}\`, such as \`${example}\``,
    ),
    ...(alsoSet === undefined ? [] : [alsoSet]),
  ];
  return cells(
    `\`${name}\``,
    url.join("<br>"),
    list(tried),
    list(grantTypes.filter((grantType) => !tried.includes(grantType))),
    also.join("<br>"),
  );
}

function sources(name: string, provider: Provider): string {
  return `- \`${name}\`: ${provider.sources.map((source) => `<${source}>`).join(", ")}`;
}

function list(grantTypes: readonly string[]): string {
  return grantTypes.map((grantType) => `\`${grantType}\``).join(", ");
}

function cells(...texts: readonly string[]): string {
  return `| ${texts.map((text) => (text === "" ? "–" : text)).join(" | ")} |`;
}
