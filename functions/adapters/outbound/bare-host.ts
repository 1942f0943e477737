/** The host of a URL as resolvers and address rules know it: IPv6 without its brackets. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, "$1");
