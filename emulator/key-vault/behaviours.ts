import {
  assumedRefusal,
  declareBehaviours,
  defaultValue,
  documented,
  inferred,
  notEmulated,
  refusal,
  reported,
  seen,
  success,
  type Refusal,
} from "../provenance";

const learn = "https://learn.microsoft.com/azure/key-vault";
const requests = `${learn}/general/authentication-requests-and-responses`;
const errorCodes = `${learn}/general/rest-error-codes`;
const objects = `${learn}/general/about-keys-secrets-certificates`;
const secrets = `${learn}/secrets/about-secrets`;
const backup = `${learn}/general/backup`;
const softDelete = `${learn}/general/soft-delete-overview`;
const specification =
  "https://github.com/Azure/azure-rest-api-specs/blob/a40512c9983b2195bd565df152a782cb6910b88e/specification/keyvault/data-plane/Secrets/stable/2026-04-01/secrets.json";
const clientTests = "https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/keyvault/keyvault-secrets/test/public";
const disabled = "https://github.com/Azure/azure-sdk-for-js/issues/24756";
const invalidName = "https://github.com/Azure/azure-sdk-for-net/issues/15784";
const deletedName = "https://github.com/Azure/azure-powershell/issues/14788";

/** The code of Key Vault for a request that is not as it must be. */
const badParameter = "BadParameter";

/** An error with the code inside `innererror`. */
function withInner<Record extends object>(inner: string, record: Record): Record & { readonly inner: string } {
  return { ...record, inner };
}

/** A refusal of Key Vault, with the code inside `innererror` if it has one. */
export type VaultRefusal = Refusal & { readonly inner?: string };

/** What Key Vault's data plane answers. */
export const behaviours = declareBehaviours("key-vault", {
  answered: success(200, documented("An operation that succeeds answers 200", specification)),
  purged: success(204, documented("Purge Deleted Secret answers 204", specification)),

  tokenMissing: refusal(
    401,
    "Unauthorized",
    documented(
      "A request without a token is answered with 401, and with the tenant and the resource for one",
      requests,
    ),
  ),
  tokenNotAccepted: refusal(
    401,
    "Unauthorized",
    documented(
      "A token that is expired, of another tenant, or not for the audience of its cloud exactly is answered with 401",
      errorCodes,
    ),
  ),
  forbiddenByRbac: withInner(
    "ForbiddenByRbac",
    refusal(
      403,
      "Forbidden",
      reported(
        "A caller whom no role assignment permits the data action is refused with the inner code ForbiddenByRbac",
        "https://github.com/piyushsachdeva/Terraform_AKS/issues/2",
      ),
    ),
  ),
  forbiddenByPolicy: withInner(
    "ForbiddenByPolicy",
    refusal(
      403,
      "Forbidden",
      reported(
        "A caller whom no access policy permits the operation is refused with the inner code ForbiddenByPolicy (until about 2021 AccessDenied)",
        "https://github.com/SparebankenVest/azure-key-vault-to-kubernetes/issues/232",
      ),
    ),
  ),
  otherObjects: refusal(
    404,
    "NotFound",
    notEmulated("A vault also has keys, certificates and storage accounts", objects),
  ),
  methodNotAllowed: refusal(
    405,
    "MethodNotAllowed",
    inferred("A method that a path does not have is answered with 405", specification),
  ),
  apiVersionMissing: assumedRefusal(
    400,
    badParameter,
    documented("Each request must specify an api-version, which has no default", requests),
  ),
  apiVersionNotServed: refusal(
    400,
    badParameter,
    notEmulated("Key Vault serves older API versions, and previews of later ones", `${learn}/general/versions`),
  ),
  parameterNotServed: refusal(
    400,
    badParameter,
    notEmulated("Operations have query parameters such as outContentType", specification),
  ),
  invalidName: refusal(
    400,
    badParameter,
    reported("A name of other characters than letters, digits and hyphens is refused with BadParameter", invalidName),
  ),
  invalidVersion: assumedRefusal(400, badParameter, documented("A version is an identifier of 32 characters", objects)),
  invalidPageSize: assumedRefusal(400, badParameter, documented("maxresults is from 1 to 25", specification)),
  wrongContentType: refusal(
    415,
    "UnsupportedMediaType",
    inferred("A body that is not application/json, as it must be, is answered with 415", requests),
  ),
  malformedBody: assumedRefusal(
    400,
    badParameter,
    documented("A body is a JSON object of the properties that the operation has, each of its type", specification),
  ),
  valueTooLong: assumedRefusal(400, badParameter, documented("A value has at most 25 KB", secrets)),
  contentTypeTooLong: assumedRefusal(
    400,
    badParameter,
    documented("A contentType has at most 255 characters", secrets),
  ),
  tooManyTags: assumedRefusal(
    400,
    badParameter,
    documented("A secret has at most 15 tags, of at most 512 characters in name and value", secrets),
  ),
  notABackup: assumedRefusal(
    400,
    badParameter,
    documented("Restore takes a backup that Backup Secret made, in the same geography", backup),
  ),
  tooManyVersions: assumedRefusal(
    400,
    badParameter,
    documented("A secret of more than 500 past versions cannot be backed up", backup),
  ),

  secretNotFound: refusal(
    404,
    "SecretNotFound",
    seen("A name or version without a secret is answered with 404 SecretNotFound", `${clientTests}/CRUD.spec.ts`),
  ),
  deletedSecretNotFound: refusal(
    404,
    "SecretNotFound",
    seen("A name without a deleted secret is answered with 404 SecretNotFound", `${clientTests}/CRUD.spec.ts`),
  ),
  secretDisabled: withInner(
    "SecretDisabled",
    refusal(403, "Forbidden", reported("A disabled version cannot be read: 403, inner code SecretDisabled", disabled)),
  ),
  deletedButRecoverable: withInner(
    "ObjectIsDeletedButRecoverable",
    refusal(
      409,
      "Conflict",
      reported("A name that a deleted secret has cannot be set again before it is purged or recovered", deletedName),
    ),
  ),
  secretExists: refusal(
    409,
    "Conflict",
    reported(
      "A backup is not restored over a secret of its name",
      "https://github.com/Azure/azure-sdk-for-net/issues/26027",
    ),
  ),
  purgeProtected: refusal(
    403,
    "Forbidden",
    reported(
      "A deleted secret is not purged from a vault with purge protection",
      "https://github.com/microsoft/AzureTRE/issues/1951",
    ),
  ),

  pageSize: defaultValue(
    25,
    documented("A page of a list has 25 entries, unless maxresults says fewer", specification),
  ),
  enabled: defaultValue(true, documented("A secret is enabled, unless attributes.enabled is false", secrets)),
  unknownNameHasNoVersions: seen(
    "A name without a secret lists no versions, and is not answered with 404",
    `${clientTests}/list.spec.ts`,
  ),
  softDeleted: documented(
    "A deleted secret keeps its name for the vault's retention, and can be recovered until then",
    softDelete,
  ),
});
