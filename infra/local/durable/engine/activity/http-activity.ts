import type { Failure } from "../../history/inbound-events.ts";
import type { HttpRequest } from "../../replay/action.ts";
import type { HttpAnswer } from "../../replay/walking/http-call.ts";
import { dotnetDetails, thrownText } from "./failures.ts";

/** Sends the request of a callHttp; any HTTP answer is a result, only no answer is a failure. */
export async function sendHttpRequest(
  requestJson: string,
): Promise<{ result: string } | { failure: Failure }> {
  const request = JSON.parse(requestJson) as HttpRequest;
  try {
    const response = await fetch(request.uri, {
      method: request.method,
      redirect: "manual",
      ...(request.headers && { headers: request.headers }),
      ...(typeof request.content === "string" && { body: request.content }),
    });
    const answer: HttpAnswer = {
      statusCode: response.status,
      headers: Object.fromEntries(
        [...response.headers].map(([name, value]) => [title(name), value]),
      ),
      content: await response.text(),
    };
    return { result: JSON.stringify(answer) };
  } catch (thrown) {
    const reason = failureText(request.uri, thrown);
    return {
      failure: {
        reason,
        details: dotnetDetails("System.Net.Http.HttpRequestException", reason, thrown),
      },
    };
  }
}

/** Fetch gives lower-case names; servers mostly write them as Retry-After. */
function title(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

function failureText(uri: string, thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const code = (cause as { code?: string } | undefined)?.code;
  const { hostname, port, protocol } = new URL(uri);
  const address = `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
  // Fetch refuses some ports by itself, without asking anybody.
  const isRefused = code === "ECONNREFUSED" || /bad port/.test(thrownText(cause ?? thrown));
  if (isRefused) return `Connection refused (${address})`;
  return `${thrownText(cause ?? thrown)} (${address})`;
}
