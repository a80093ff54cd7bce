import { behaviours as authorizationServer } from "./authorization-server/behaviours";
import { providers } from "./authorization-server/providers";
import { behaviours as entra } from "./entra/behaviours";
import { behaviours as keyVault } from "./key-vault/behaviours";
import { actionBehaviours } from "./logic-apps/action-behaviours";
import { behaviours as logicApps } from "./logic-apps/behaviours";
import { behaviours as check } from "./logic-apps/check/behaviours";
import { behaviours as expressions } from "./logic-apps/expressions/behaviours";
import { behaviours as monitor } from "./monitor/behaviours";
import { behaviours as network } from "./network/behaviours";
import { readingBehaviours, type Behaviour } from "./provenance";
import { behaviours as accessPolicy } from "./resources/access-policy/behaviours";
import { behaviours as actionGroup } from "./resources/action-group/behaviours";
import { azureNativeBehaviours as azureNative } from "./resources/azure-native-behaviours";
import { behaviours as resourceManager } from "./resources/behaviours";
import { behaviours as connection } from "./resources/connection/behaviours";
import { behaviours as customApi } from "./resources/custom-api/behaviours";
import { behaviours as diagnosticSetting } from "./resources/diagnostic-setting/behaviours";
import { behaviours as metricAlert } from "./resources/metric-alert/behaviours";
import { behaviours as roleAssignment } from "./resources/role-assignment/behaviours";
import { behaviours as roleDefinition } from "./resources/role-definition/behaviours";
import { behaviours as scheduledQueryRule } from "./resources/scheduled-query-rule/behaviours";
import { behaviours as serviceBusNamespace } from "./resources/service-bus-namespace/behaviours";
import { behaviours as serviceBusRule } from "./resources/service-bus-rule/behaviours";
import { behaviours as serviceBusSubscription } from "./resources/service-bus-subscription/behaviours";
import { behaviours as serviceBusTopic } from "./resources/service-bus-topic/behaviours";
import { behaviours as vault } from "./resources/vault/behaviours";
import { behaviours as workflow } from "./resources/workflow/behaviours";
import { behaviours as salesforce } from "./salesforce/behaviours";
import { rowBehaviours, scriptedRowBehaviours } from "./salesforce/row-behaviours";
import { behaviours as serviceBus } from "./service-bus/behaviours";

const tables: readonly Readonly<Record<string, Behaviour>>[] = [
  network,
  entra,
  resourceManager,
  vault,
  accessPolicy,
  roleDefinition,
  roleAssignment,
  customApi,
  connection,
  workflow,
  serviceBusNamespace,
  serviceBusTopic,
  serviceBusSubscription,
  serviceBusRule,
  actionGroup,
  metricAlert,
  scheduledQueryRule,
  diagnosticSetting,
  keyVault,
  check,
  logicApps,
  actionBehaviours,
  expressions,
  serviceBus,
  monitor,
  salesforce,
  rowBehaviours,
  scriptedRowBehaviours,
  authorizationServer,
  azureNative,
];

/** Every behaviour of Azure that the emulator shows, by service, without the readings. */
export const serviceBehaviours: readonly Behaviour[] = [
  ...tables.flatMap((table) => Object.values(table)),
  ...providers.flatMap(({ behaviours }) => behaviours),
];

/** Every behaviour that the emulator can show, the alternatives of the readings among them. */
export const allBehaviours: readonly Behaviour[] = [...serviceBehaviours, ...readingBehaviours];
