import type { FunctionCallback, InvocationModel } from "./functions-core.ts";
import type { Hooks } from "./hooks.ts";
import type { InvocationAnswer } from "./invocation.ts";

/** One invocation between the library's model and the app's hooks. */
export interface InvocationRun {
  model: InvocationModel;
  hooks: Hooks;
  callback: FunctionCallback;
  /** Data the app's hooks share over the whole life of the app. */
  appHookData: object;
  /** Tells the library which phase it is in; it warns about log calls after completion. */
  enter(state: "preInvocationHooks" | "invocation" | "postInvocationHooks" | undefined): void;
  /** Called with the library's context as soon as it exists. */
  begin(context: object): void;
}

/** Runs hooks, handler and hooks again; throws what the app threw unless a hook cleared it. */
export async function runInvocation(run: InvocationRun): Promise<InvocationAnswer> {
  const { context, inputs } = await run.model.getArguments();
  run.begin(context);
  const hookData = {};
  const shared = { hookData, appHookData: run.appHookData, invocationContext: context };
  const before = { ...shared, inputs, functionCallback: run.callback };
  run.enter("preInvocationHooks");
  await run.hooks.run("preInvocation", before);
  run.enter("invocation");
  const after = {
    ...shared,
    inputs: before.inputs,
    result: null as unknown,
    error: null as unknown,
  };
  try {
    after.result = await run.model.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (error) {
    after.error = error;
  }
  run.enter("postInvocationHooks");
  await run.hooks.run("postInvocation", after);
  run.enter(undefined);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the app may throw anything
  if (after.error !== null && after.error !== undefined) throw after.error;
  const response = await run.model.getResponse(context, after.result);
  return { outputData: [], ...response, returnedNothing: (after.result ?? null) === null };
}
