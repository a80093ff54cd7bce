import type { Stack } from "../../../../policy/model";
import { http, onVault, readingStack } from "../../stacks/stack-builder";
import { azure, graph, keyVaultDocs, others, posts, thread, threads, vendors } from "../addresses";
import type { Address, CasesByKind, ReportedCase } from "../reported-case";

const found = ["no-credentials"];
function sends(inputs: object, uri = "https://api.example.com/v1/items"): Stack {
  return readingStack({ Send: http("POST", uri, inputs) });
}

function composes(inputs: unknown): Stack {
  return readingStack({ C: { type: "Compose", inputs } });
}

/** A literal that is or is not a credential. */
function literal(id: string, what: string, source: Address, isCredential: boolean, stack: Stack): ReportedCase {
  return { id, what, source, rules: isCredential ? found : [], stack };
}

const drive = "b!-RIj2DuyvEyV1T4NlOaMHk8XkS_I8MdFlUCq1BlcjgmhRfAj3-Z8RY2VpuvV_tpd";

/** Literal texts of definitions. */
export const literals = {
  literal: [
    literal(
      "bearer-of-a-container-app",
      "a bearer token that the program writes into the header of a scheduled call",
      threads.literalBearer,
      true,
      sends({ headers: { Authorization: "Bearer 9f2kQ7vXw3Lp8ZrT5nYc1BdM6sHj4GuE" } }),
    ),
    literal(
      "bearer-from-the-vault-in-the-header",
      "the same header with the value from the vault",
      threads.bearerFromVault,
      false,
      sends({ headers: { Authorization: "Bearer @{body('Get_secret')?['value']}" } }),
    ),
    literal(
      "soap-login",
      "a SOAP login with user name and password in its envelope",
      vendors.salesforceLoginText,
      true,
      sends({
        body: '<n1:login xmlns:n1="urn:partner.soap.sforce.com"><n1:username>svc@acme.example</n1:username><n1:password>Winter-2026!q7</n1:password></n1:login>',
      }),
    ),
    literal(
      "soap-login-with-placeholders",
      "the same envelope with the password from the vault",
      vendors.salesforceLoginText,
      false,
      sends({
        body: "<n1:login xmlns:n1=\"urn:partner.soap.sforce.com\"><n1:username>svc@acme.example</n1:username><n1:password>@{body('Get_secret')?['value']}</n1:password></n1:login>",
      }),
    ),
    literal(
      "password-that-entropy-misses",
      "a login body with a short password that scanners by entropy miss",
      thread("gitleaks/gitleaks/issues/1999"),
      true,
      sends({ body: { loginId: "admin", password: "GitHub!23" } }),
    ),
    literal(
      "api-key-in-the-address",
      "an API key in the query of the address",
      thread("gitleaks/gitleaks/issues/575"),
      true,
      sends({}, "https://api.opsgenie.com/v1/json/cloudwatch?apiKey=182663ae-3ccb-20c3-1097-3c015d0af045"),
    ),
    literal(
      "graph-password-profile",
      "a password profile of Graph with a literal password",
      graph.updateUser,
      true,
      readingStack({
        Update: http("PATCH", "https://graph.microsoft.com/v1.0/users/x", {
          authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" },
          body: { passwordProfile: { forceChangePasswordNextSignIn: false, password: "xWwvJ]6NMw+bWH-d" } },
        }),
      }),
    ),
    literal(
      "graph-force-change",
      "a password profile that only forces a change",
      graph.updateUser,
      false,
      readingStack({
        Update: http("PATCH", "https://graph.microsoft.com/v1.0/users/x", {
          authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" },
          body: { passwordProfile: { forceChangePasswordNextSignIn: true } },
        }),
      }),
    ),
    literal(
      "signed-address-in-a-compose",
      "the signed address of another Logic App",
      posts.signedAddress,
      true,
      composes(
        "https://prod-42.northeurope.logic.azure.com:443/workflows/0/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=1BOnxUprmL3QdvBPgzKsC3YXfLzoTlujWzLOkPjxz1B",
      ),
    ),
    literal(
      "address-without-a-signature",
      "the address of another Logic App without its signature",
      posts.signedAddress,
      false,
      composes("https://prod-00.westus.logic.azure.com/workflows/aaaa0000/triggers/manual"),
    ),
    literal(
      "signed-address-called",
      "a call of another Logic App by its signed address, with an identity that is not used",
      posts.sasDespiteIdentity,
      true,
      sends(
        {},
        "https://prod-41.westeurope.logic.azure.com:443/workflows/0/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=0qwAP5sOqZ6aA4As8eGjZipRiLRYOTuwnHuaMjwEMGb",
      ),
    ),
    literal(
      "credentials-in-a-token-request",
      "client id and client secret in plain sight of a token request",
      posts.plainCredentials,
      true,
      sends(
        { body: "grant_type=client_credentials&client_id=svc&client_secret=8Q~n7vXw3Lp8ZrT5nYc1BdM6sHj4GuEk0fRa" },
        "https://login.example.com/oauth2/token",
      ),
    ),
  ],
  random: [
    literal(
      "sharepoint-drive-id",
      "the id of a SharePoint drive, which an entropy detector took for a credential",
      thread("Drakon-Systems-Ltd/ShieldCortex/issues/210"),
      false,
      composes({ drive }),
    ),
    literal(
      "drive-of-graph",
      "a drive's id in an address of Graph",
      graph.drive,
      false,
      composes(`https://graph.microsoft.com/v1.0/drives/${drive}/root`),
    ),
    literal(
      "planner-plan-id",
      "the id of a plan of Planner",
      graph.plannerPlan,
      false,
      composes({ planId: "xqQg5FS2LkCp935s-FIFm2QAFkHM" }),
    ),
    literal(
      "integrity-checksum",
      "the integrity checksum of a script in a mail",
      thread("IBM/detect-secrets/issues/146"),
      false,
      composes(
        '<script src="https://cdn.example.com/a.js" integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"></script>',
      ),
    ),
    literal(
      "trace-parent",
      "the traceparent header of W3C's Trace Context",
      others.traceContext,
      false,
      sends({ headers: { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" } }),
    ),
    literal(
      "placeholder-values",
      "words in the place of credentials that a rule by name alone reported",
      thread("gitleaks/gitleaks/issues/575"),
      false,
      composes({ environment: "test", tokenType: "Bearer" }),
    ),
    literal(
      "pinned-version",
      "the version of a secret in the vault's address",
      keyVaultDocs.objects,
      false,
      readingStack({ Get_secret: onVault("GET", "/secrets/access-token/ec96f02080254f109c51a1f14cdb1931") }),
    ),
    literal(
      "data-collection-rule",
      "the immutable id of a data collection rule",
      azure.logsIngestion,
      false,
      composes({ dcrImmutableId: "dcr-9f2c4a7e1b3d4c5f8a6b0e7d2c1f4a3b" }),
    ),
    literal(
      "site-and-secret-key",
      "a secret key by its name, of a kind that only entropy finds",
      thread("gitleaks/gitleaks/issues/252"),
      true,
      composes({ secretKey: "6LeIxAcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe" }),
    ),
  ],
} satisfies CasesByKind;
