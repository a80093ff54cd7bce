import { assumedRefusal, declareBehaviours, documented, inferred, notEmulated, refusal, seen } from "../../provenance";

const schema =
  "https://github.com/Azure/azure-resource-manager-schemas/blob/a14544311/schemas/2016-06-01/Microsoft.Web.json";
const designer = "https://github.com/Azure/LogicAppsUX";

/** What Azure Resource Manager answers for connections to custom connectors. */
export const behaviours = declareBehaviours("connection", {
  connected: documented("A connection shows its statuses, Connected for one", schema),
  valueMissing: inferred("A connection that lacks a value is created all the same, in the status Error", schema),
  unknownParameter: assumedRefusal(
    400,
    "InvalidConnectionParameter",
    inferred("A connection has values only for the parameters that its connector declares", schema),
  ),
  connectorNotServed: refusal(
    501,
    "ManagedApiNotServed",
    notEmulated(
      "Connections lead to Microsoft's managed connectors too",
      "https://learn.microsoft.com/azure/connectors/managed",
    ),
  ),
  connectorNotFound: assumedRefusal(
    400,
    "ApiNotFound",
    documented("A connection names the connector that it leads to", schema),
  ),
  otherLocation: assumedRefusal(
    400,
    "InvalidApiConnectionLocation",
    seen("A connector is offered to Logic Apps of its own location only", designer),
  ),
});
