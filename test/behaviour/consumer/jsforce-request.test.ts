import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { answerWith, json, type ReceivedRequest } from "../../../emulator/network";
import { readHeaders, requestOfJsforce } from "../../emulator/salesforce/jsforce";
import { deployConsumerStack } from "./consumer-stack";

const read = ({ method, url, headers, body }: ReceivedRequest) => ({
  ...{ method, url, headers: Object.fromEntries(readHeaders.map((name) => [name, headers[name]])) },
  body: JSON.parse(body) as unknown,
});

describe("A consumer's request to Salesforce", () => {
  it("is what jsforce sends for the same records, in all that Salesforce reads", async () => {
    const { stack, org, send, consume } = await deployConsumerStack();
    try {
      const received: ReceivedRequest[] = [];
      const record = answerWith((request) => {
        received.push(request);
        return json(200, [{ id: "001000000000001AAA", success: true, errors: [], created: true }]);
      });
      const path = "/services/data/v67.0/composite/sobjects/Account/ERP_Id__c";
      stack.azure.network.serve(new URL(org.instanceUrl).host, record, path);
      send({ records: [{ erp_id: "4711", name: "Example Ltd", phone: null, employees: 3 }] });
      assert.equal((await consume()).status, "Succeeded");
      const [own, ...others] = received;
      assert.ok(own !== undefined);
      assert.deepEqual(others, []);
      const jsforce = await requestOfJsforce({
        instanceUrl: org.instanceUrl,
        accessToken: String(own.headers.authorization).replace(/^Bearer /, ""),
        version: "67.0",
        sObject: "Account",
        externalIdField: "ERP_Id__c",
        records: [{ ERP_Id__c: "4711", Name: "Example Ltd", Phone: null, Employees__c: 3 }],
        allOrNone: false,
      });
      assert.deepEqual(read(own), read(jsforce));
    } finally {
      await stack.azure.close();
    }
  });
});
