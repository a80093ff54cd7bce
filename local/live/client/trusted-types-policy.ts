/** Name of the one Trusted Types policy of the page, by which its script inserts the server's fragments. */
export const trustedTypesPolicy = "server-fragments";
