import { playbooks, vendors } from "../addresses";
import type { ReportedCase } from "../reported-case";
import { post, shownPart } from "./shown-part";

/** Answers of vendors' logins and token endpoints, and parts of them that are public. */
export const vendorAnswers: readonly ReportedCase[] = [
  shownPart(
    "zscaler-cookie-by-parse-json",
    "the session cookie of Zscaler, parsed from the headers of the login",
    playbooks.zscaler,
    post("https://zsapi.example.net/api/v1/authenticatedSession", {
      body: { apiKey: "@body('Get_secret')?['value']" },
    }),
    "@outputs('Send')?['headers']?['Set-Cookie']",
  ),
  shownPart(
    "zscaler-session-type",
    "what kind of session a login of Zscaler made",
    vendors.zscaler,
    post("https://zsapi.example.net/api/v1/authenticatedSession"),
    "@body('Send')?['authType']",
    false,
  ),
  shownPart(
    "github-installation-token",
    "the token of a GitHub App's installation",
    vendors.gitHubApp,
    post("https://api.github.com/app/installations/1/access_tokens"),
    "@body('Send')?['token']",
  ),
  shownPart(
    "github-installation-expiry",
    "when the token of a GitHub App's installation expires",
    vendors.gitHubApp,
    post("https://api.github.com/app/installations/1/access_tokens"),
    "@body('Send')?['expires_at']",
    false,
  ),
  shownPart(
    "github-runner-token",
    "the registration token of a self-hosted runner",
    vendors.gitHubRunner,
    post("https://api.github.com/repos/acme/shop/actions/runners/registration-token"),
    "@body('Send')?['token']",
  ),
  shownPart(
    "conjur-access-token",
    "the short-lived token of Conjur's authenticate, which is the whole body",
    vendors.conjur,
    post("https://conjur.example.com/authn/acme/svc/authenticate"),
    "@body('Send')?['token']",
  ),
  shownPart(
    "hashicorp-vault-client-token",
    "the client token of a login by AppRole",
    vendors.hashicorpVault,
    post("https://vault.example.com:8200/v1/auth/approle/login"),
    "@body('Send')?['auth']?['client_token']",
  ),
  shownPart(
    "hashicorp-vault-lease",
    "how long the client token of AppRole is valid",
    vendors.hashicorpVault,
    post("https://vault.example.com:8200/v1/auth/approle/login"),
    "@body('Send')?['auth']?['lease_duration']",
    false,
  ),
  shownPart(
    "okta-session-token",
    "the session token of Okta's primary authentication",
    vendors.okta,
    post("https://acme.okta.com/api/v1/authn"),
    "@body('Send')?['sessionToken']",
  ),
  shownPart(
    "okta-status",
    "the status of Okta's primary authentication",
    vendors.okta,
    post("https://acme.okta.com/api/v1/authn"),
    "@body('Send')?['status']",
    false,
  ),
  shownPart(
    "prisma-cloud-token",
    "the token of Prisma Cloud's authenticate",
    vendors.prismaCloud,
    post("https://console.example.com/api/v1/authenticate", {
      body: { username: "svc", password: "@body('Get_secret')?['value']" },
    }),
    "@body('Send')?['token']",
  ),
  shownPart(
    "google-access-token",
    "the access token of a service account, by a method behind a colon",
    vendors.google,
    post(
      "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/svc@acme.iam.gserviceaccount.com:generateAccessToken",
    ),
    "@body('Send')?['accessToken']",
  ),
  shownPart(
    "google-expire-time",
    "when the access token of a service account expires",
    vendors.google,
    post(
      "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/svc@acme.iam.gserviceaccount.com:generateAccessToken",
    ),
    "@body('Send')?['expireTime']",
    false,
  ),
  shownPart(
    "devops-personal-access-token",
    "a personal access token that Azure DevOps makes",
    vendors.devOpsTokens,
    post("https://vssps.dev.azure.com/acme/_apis/tokens/pats?api-version=7.1-preview.1", {
      body: { displayName: "build", scope: "vso.code" },
    }),
    "@body('Send')?['patToken']?['token']",
  ),
];
