/** One binding as the app declared it: raw options, so `%X%` is still unresolved. */
export interface Binding {
  name: string;
  type: string;
  direction: "in" | "out";
  [option: string]: unknown;
}

/** A function the app registered, without its handler. */
export interface RegisteredFunction {
  name: string;
  /** The key counts: a return binding is called `$return`, whatever its own name says. */
  bindings: Record<string, Binding>;
  trigger: Binding;
  retryOptions?: unknown;
}

/** Whether a binding starts its function. */
export function isTrigger(binding: Binding): boolean {
  return binding.type.toLowerCase().endsWith("trigger");
}
