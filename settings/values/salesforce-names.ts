const salesforceName = /^[A-Za-z][A-Za-z0-9_]*$/;

const form = "Expected a letter, then letters, digits and underscores";

/** The problem with a text that should be the API name of an object or a field of Salesforce. */
export function salesforceNameProblem(text: string): string | undefined {
  return salesforceName.test(text)
    ? undefined
    : `is not an API name of Salesforce (value not shown). ${form}, such as ERP_Id__c.`;
}

/** The problem with a mapping from fields of Salesforce to the properties of a record. Names get into expressions. */
export function mappedNamesProblem(fields: Readonly<Record<string, string>>): string | undefined {
  const names = Object.keys(fields);
  if (!names.every((name) => salesforceName.test(name))) {
    return `has a key that is not an API name of a Salesforce field (value not shown). ${form}, such as ERP_Id__c.`;
  }
  if (!Object.values(fields).every((property) => salesforceName.test(property))) {
    return `has a value that is not the name of a record's property (value not shown). ${form}, such as erp_id.`;
  }
  return new Set(names.map((name) => name.toLowerCase())).size === names.length
    ? undefined
    : "has a Salesforce field twice, in a different case, which Salesforce ignores. Remove one of them.";
}
