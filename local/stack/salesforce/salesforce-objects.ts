import type { Field, SObject } from "../../../emulator/salesforce";

const text = (length: number, ...names: readonly string[]): readonly Field[] =>
  names.map((name) => ({ name, type: "string", length }));
const others = (type: "double" | "picklist", ...names: readonly string[]): readonly Field[] =>
  names.map((name) => ({ name, type }));

/**
 * Objects of the emulated orgs: standard fields that can be written, and one custom field, an external ID of the ETL.
 * https://developer.salesforce.com/docs/atlas.en-us.236.0.object_reference.meta/object_reference/sforce_api_objects_account.htm
 */
export const salesforceObjects: readonly SObject[] = [
  {
    name: "Account",
    fields: [
      { name: "Name", type: "string", length: 255, required: true },
      ...text(255, "BillingStreet", "ShippingStreet", "Website"),
      ...text(80, "BillingCountry", "BillingState", "ShippingCountry", "ShippingState", "SicDesc", "Site"),
      ...text(40, "AccountNumber", "BillingCity", "Fax", "Phone", "ShippingCity"),
      ...text(20, "BillingPostalCode", "ShippingPostalCode", "Sic", "TickerSymbol"),
      ...text(18, "OwnerId", "ParentId", "RecordTypeId"),
      ...text(32_000, "Description"),
      ...others("picklist", "AccountSource", "CurrencyIsoCode", "Industry", "Ownership", "Rating", "Type"),
      ...others("double", "AnnualRevenue", "NumberOfEmployees"),
      ...others("double", "BillingLatitude", "BillingLongitude", "ShippingLatitude", "ShippingLongitude"),
      { name: "ERP_Id__c", type: "string", length: 36, externalId: true },
    ],
  },
];
