import type { DurableRequest, DurableResponse } from "../durable-request.ts";
import { json } from "../durable-request.ts";

/** The query every address in an answer carries. */
export function requiredQuery(hubName: string, code: string | undefined): string {
  const key = code === undefined ? "" : `&code=${encodeURIComponent(code)}`;
  return `taskHub=${hubName}&connection=Storage${key}`;
}

/** Where an instance can be looked at and steered. */
export function managementUrls(
  base: string,
  instanceId: string,
  query: string,
): Record<string, string> {
  const instance = `${base}/instances/${instanceId}`;
  return {
    statusQueryGetUri: `${instance}?${query}`,
    sendEventPostUri: `${instance}/raiseEvent/{eventName}?${query}`,
    terminatePostUri: `${instance}/terminate?reason={text}&${query}`,
    purgeHistoryDeleteUri: `${instance}?${query}`,
    restartPostUri: `${instance}/restart?${query}`,
    suspendPostUri: `${instance}/suspend?reason={text}&${query}`,
    resumePostUri: `${instance}/resume?reason={text}&${query}`,
  };
}

/** The address of an instance's status. */
function statusUrl(request: DurableRequest, hubName: string, instanceId: string): string {
  const id = encodeURIComponent(instanceId);
  return `${trimmed(request.baseUrl)}/instances/${id}?${requiredQuery(hubName, request.code)}`;
}

/** The same with what the request asked for besides, so that the next answer is like this one. */
export function askedUrl(request: DurableRequest, hubName: string, instanceId: string): string {
  const asked = new URLSearchParams(request.query);
  for (const name of ["taskHub", "connection", "code"]) asked.delete(name);
  const more = asked.size > 0 ? `&${asked.toString()}` : "";
  return `${statusUrl(request, hubName, instanceId)}${more}`;
}

/** The answer to an accepted start. */
export function startedResponse(
  request: DurableRequest,
  hubName: string,
  instanceId: string,
): DurableResponse {
  const query = requiredQuery(hubName, request.code);
  const base = trimmed(request.baseUrl);
  const urls = managementUrls(base, encodeURIComponent(instanceId), query);
  return json(
    202,
    { id: instanceId, ...urls },
    {
      location: statusUrl(request, hubName, instanceId),
      "retry-after": "10",
    },
  );
}

function trimmed(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, "");
}
