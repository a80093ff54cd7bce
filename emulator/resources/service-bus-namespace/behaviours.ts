import {
  assumedRefusal,
  declareBehaviours,
  defaultValue,
  documented,
  inferred,
  notEmulated,
  refusal,
} from "../../provenance";

const learn = "https://learn.microsoft.com/azure";
const naming = "https://learn.microsoft.com/rest/api/servicebus/create-namespace";
const template = `${learn}/templates/microsoft.servicebus/namespaces`;

/** What Azure Resource Manager answers for Service Bus namespaces. */
export const behaviours = declareBehaviours("service-bus-namespace", {
  sku: defaultValue("Standard", inferred("A namespace is of the tier Standard unless it says another", template)),
  wrongSku: assumedRefusal(
    400,
    "BadRequest",
    documented("A namespace is of the tier Basic, Standard or Premium", template),
  ),
  invalidName: assumedRefusal(
    400,
    "BadRequest",
    documented(
      "A namespace's name has 6 to 50 letters, digits and hyphens, begins with a letter, and ends with a letter or digit",
      naming,
    ),
  ),
  nameTaken: assumedRefusal(409, "Conflict", documented("A namespace's name is global", naming)),
  propertyNotServed: refusal(
    501,
    "PropertyNotServed",
    notEmulated("A namespace can have identities, own keys, replicas, private endpoints and a firewall", template),
  ),
});
