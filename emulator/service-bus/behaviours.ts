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
} from "../provenance";

const learn = "https://learn.microsoft.com";
const rest = `${learn}/rest/api/servicebus`;
const peekLock = `${rest}/peek-lock-message-non-destructive-read`;
const receiveAndDelete = `${rest}/receive-and-delete-message-destructive-read`;
const send = `${rest}/send-message-to-queue`;
const properties = `${rest}/message-headers-and-properties`;
const messaging = `${learn}/azure/service-bus-messaging`;
const deadLetters = `${messaging}/service-bus-dead-letter-queues`;
const expiration = `${messaging}/message-expiration`;

/** What Service Bus's data plane answers. Errors are XML whose `Code` is the status. */
export const behaviours = declareBehaviours("service-bus", {
  sent: success(201, documented("A message that is sent is answered with 201", send)),
  locked: success(
    201,
    documented("A message that is received and locked is answered with 201, with the address of its lock", peekLock),
  ),
  received: success(200, documented("A message that is received and deleted is answered with 200", receiveAndDelete)),
  noMessage: success(204, documented("A receiver for whom no message comes in time is answered with 204", peekLock)),
  completed: success(
    200,
    documented("A locked message that is deleted is answered with 200", `${rest}/delete-message`),
  ),
  unlocked: success(
    200,
    documented("A locked message that is unlocked is answered with 200", `${rest}/unlock-message`),
  ),
  renewed: success(200, documented("A lock that is renewed is answered with 200", `${rest}/renew-lock-for-a-message`)),

  tokenMissing: refusal(401, "401", documented("A request without a token is answered with 401", peekLock)),
  tokenNotAccepted: refusal(
    401,
    "401",
    reported(
      "A token that is expired or not for Service Bus is answered with 401",
      "https://github.com/paolosalvatori/ServiceBusExplorer/issues/718",
    ),
  ),
  audienceWithSlash: seen(
    "A token for Service Bus may have a slash at the end of its audience",
    "https://github.com/Azure/azure-sdk-for-js/blob/24b97158b3cc7d8aa69fe746bdbac449d8640d80/sdk/core/core-amqp/src/util/constants.ts",
  ),
  audienceInEveryCloud: seen(
    "In every cloud, a token for Service Bus is for the same audience",
    "https://github.com/Azure/go-autorest/blob/main/autorest/azure/environments.go",
  ),
  sharedAccessNotServed: refusal(
    401,
    "401",
    notEmulated("A request may have a shared access signature in place of a token of Microsoft Entra ID", peekLock),
  ),
  rightMissing: refusal(
    401,
    "401",
    reported(
      "A caller whom no role assignment permits the data action is told that the Send or Listen claim is required",
      "https://github.com/Azure/azure-sdk-for-net/issues/24289",
    ),
  ),
  forbidden: refusal(403, "403", inferred("A valid token without the right may be answered with 403", peekLock)),
  notARequest: refusal(
    400,
    "400",
    documented("A request that Service Bus does not understand is answered with 400", peekLock),
  ),
  sendsToTopicsOnly: assumedRefusal(
    400,
    "400",
    documented("Messages are sent to a queue or topic, and received from a queue or subscription", peekLock),
  ),
  otherRequests: refusal(
    501,
    "501",
    notEmulated(
      "A namespace also answers requests for its entities, and batches of messages",
      `${rest}/send-message-batch`,
    ),
  ),
  parameterNotServed: refusal(
    501,
    "501",
    notEmulated("Messages have broker properties such as ScheduledEnqueueTimeUtc", properties),
  ),
  tooLarge: refusal(403, "403", documented("A message that is too large is answered with 403", send)),
  entityGone: refusal(
    410,
    "410",
    documented("A queue, topic or subscription that does not exist is answered with 410", peekLock),
  ),
  lockLost: refusal(
    404,
    "404",
    documented(
      "A message or lock that is not there, or a lock that is over, is answered with 404",
      `${rest}/unlock-message`,
    ),
  ),

  timeoutSeconds: defaultValue(60, inferred("A receiver that gives no timeout waits for 60 seconds", peekLock)),
  messageId: seen("A message that is sent without a MessageId gets one of 32 hexadecimal digits", peekLock),
  ownContentType: documented("The Content-Type of a received message is that with which it was sent", properties),
  applicationProperties: documented(
    "Each application property of a message is a header of its own, a text in quotation marks",
    peekLock,
  ),
  lockExpired: documented("A lock is over after the lock duration, and the message can be received again", peekLock),
  deliveriesExceeded: defaultValue(
    "MaxDeliveryCountExceeded",
    documented(
      "A message that was delivered maxDeliveryCount times and not completed is dead-lettered with this reason",
      deadLetters,
    ),
  ),
  expired: documented("A message that expires is gone, unless expired messages are dead-lettered", expiration),
  expiredReason: defaultValue(
    "TTLExpiredException",
    documented("Where expired messages are dead-lettered, this is their reason", deadLetters),
  ),
  deadLettersStay: documented("A dead-letter queue keeps messages whatever their time to live", deadLetters),
  shortestTimeToLive: documented(
    "A message lives for the shortest of its own time to live, the topic's and the subscription's",
    expiration,
  ),
  everyMessage: documented(
    "A subscription gets each message that one rule or more select, once",
    `${messaging}/topic-filters`,
  ),
});
