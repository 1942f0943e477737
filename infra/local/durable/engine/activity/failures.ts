import type { Failure } from "../../history/inbound-events.ts";

/** The text of whatever was thrown, as the official worker reports it. */
export function thrownText(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  if (typeof thrown === "string") return thrown;
  return thrown === undefined ? "undefined" : JSON.stringify(thrown);
}

/** A .NET exception as JSON, which is what callers find behind the text of a failure. */
export function dotnetDetails(typeName: string, message: string, thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  return JSON.stringify({
    $type: `${typeName}, System.Private.CoreLib`,
    ClassName: typeName,
    Message: message,
    Data: null,
    InnerException: {
      $type:
        "Microsoft.Azure.WebJobs.Script.Workers.Rpc.RpcException, Microsoft.Azure.WebJobs.Script",
      IsUserException: false,
      RemoteStackTrace: stack,
      RemoteMessage: thrownText(thrown),
    },
  });
}

/** An activity has thrown. */
export function activityFailure(name: string, thrown: unknown): Failure {
  const text = thrownText(thrown);
  return {
    reason: `Activity function '${name}' failed: ${text}`,
    details: dotnetDetails("System.Exception", text, thrown),
  };
}

/** An orchestrator has failed with a text. */
export function orchestratorFailure(name: string, text: string): Failure {
  return {
    reason: `Orchestrator function '${name}' failed: ${text}`,
    details: `Message: ${text}, StackTrace: `,
  };
}

/** An orchestrator has thrown something without a text: only the wrapping is left of it. */
export function textlessFailure(name: string, thrown: unknown): Failure {
  const wrapping = `One or more errors occurred. (Result: Failure\nType: \nException: ${thrownText(thrown)}\nStack: )`;
  return {
    reason: `Orchestrator function '${name}' failed: ${wrapping}`,
    details: dotnetDetails("System.AggregateException", "One or more errors occurred.", thrown),
  };
}
