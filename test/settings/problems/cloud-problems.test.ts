import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import type { ProviderConfiguration } from "../../../settings/problems/provider-configuration";
import { SettingsError } from "../../../settings/problems/settings-error";
import { leastToken } from "../settings-under-test";

type Stack = readonly [keys: Readonly<Record<string, unknown>>, provider: ProviderConfiguration];

const parse = ([keys, provider]: Stack) => parseSettings({ tokens: [leastToken], ...keys }, provider);

function problemsOf(stack: Stack): readonly string[] {
  try {
    parse(stack);
    return [];
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe("The cloud of a stack", () => {
  const chosen: readonly (readonly [title: string, stack: Stack, cloud: string])[] = [
    [
      "is the public one where nothing says another",
      [{}, { environment: undefined, armEnvironment: undefined }],
      "public",
    ],
    [
      "is the public one where what could say another is empty",
      [{ cloud: "" }, { environment: "", armEnvironment: "" }],
      "public",
    ],
    ["is that of azure-native", [{}, { environment: "usgovernment" }], "usgovernment"],
    ["is that of azure-native, by any of its names", [{}, { environment: "AzureChinaCloud" }], "china"],
    ["is that of ARM_ENVIRONMENT", [{}, { environment: undefined, armEnvironment: "china" }], "china"],
    [
      "is azure-native's before that of ARM_ENVIRONMENT",
      [{}, { environment: "public", armEnvironment: "china" }],
      "public",
    ],
    [
      "is that of the setting, with azure-native's",
      [{ cloud: "china" }, { environment: "china", armEnvironment: "no" }],
      "china",
    ],
    [
      "is that of the setting, with ARM_ENVIRONMENT's",
      [{ cloud: "china" }, { environment: undefined, armEnvironment: "china" }],
      "china",
    ],
    ["is that of the setting, where azure-native's is not known", [{ cloud: "usgovernment" }, {}], "usgovernment"],
    [
      "has the locations of the setting and of azure-native",
      [{ location: "US Gov Virginia" }, { environment: "usgovernment", location: "usgovarizona" }],
      "usgovernment",
    ],
  ];
  for (const [title, stack, cloud] of chosen) {
    it(title, () => {
      assert.equal(parse(stack).settings.cloud, cloud);
    });
  }

  const refused: readonly (readonly [title: string, stack: Stack, ...problems: string[]])[] = [
    [
      "a cloud that there is not",
      [{ cloud: "german" }, {}],
      'cloud: is "german". Expected one of public, usgovernment, china.',
    ],
    [
      "a mistyped environment, in azure-native's configuration",
      [{}, { environment: "usgovermnent" }],
      'azure-native:environment: is "usgovermnent". azure-native has public, usgovernment, china.',
    ],
    [
      "a mistyped environment, in the variable",
      [{}, { environment: undefined, armEnvironment: "planted secret==" }],
      "ARM_ENVIRONMENT: is not an environment (value not shown). azure-native has public, usgovernment, china.",
    ],
    [
      "an environment that is not the setting's",
      [{ cloud: "china" }, { environment: "usgovernment" }],
      "azure-native:environment: is usgovernment, so azure-native deploys to Azure Government, but cloud is china. Set it to china, or remove cloud.",
    ],
    [
      "a variable that is not the setting's",
      [{ cloud: "public" }, { environment: "", armEnvironment: "china" }],
      "ARM_ENVIRONMENT: is china, so azure-native deploys to Azure China 21Vianet, but cloud is public. Set it to public, or remove cloud.",
    ],
    [
      "a setting of which azure-native does not know",
      [{ cloud: "china" }, { environment: undefined, armEnvironment: undefined }],
      "azure-native:environment: is missing, so azure-native deploys to Azure's public cloud, but cloud is china. Set it to china, or remove cloud.",
    ],
    [
      "a location of another cloud, where none is chosen",
      [{ location: "usgovvirginia" }, {}],
      "location: is in Azure Government, but no cloud is set. Use a location such as westeurope, or set azure-native:environment to usgovernment.",
    ],
    [
      "a location of the public cloud in another",
      [{}, { environment: "usgovernment", location: "westeurope" }],
      "azure-native:location: is in Azure's public cloud, but azure-native:environment is usgovernment. Use a location such as usgovvirginia, or set azure-native:environment to public.",
    ],
    [
      "everything that contradicts the setting, at once",
      [
        { cloud: "china", location: "westeurope" },
        { environment: "usgovernment", location: "usgovvirginia" },
      ],
      "azure-native:environment: is usgovernment, so azure-native deploys to Azure Government, but cloud is china. Set it to china, or remove cloud.",
      "location: is in Azure's public cloud, but cloud is china. Use a location such as chinaeast2, or set cloud to public.",
      "azure-native:location: is in Azure Government, but cloud is china. Use a location such as chinaeast2, or set cloud to usgovernment.",
    ],
  ];
  for (const [title, stack, ...problems] of refused) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(problemsOf(stack), problems);
    });
  }
});
