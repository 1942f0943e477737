/** A value on its way between host and library; the first present member counts. */
export interface TypedData {
  string?: string;
  json?: string;
  bytes?: Uint8Array;
  stream?: Uint8Array;
  http?: object;
  int?: number;
  double?: number;
  collectionBytes?: { bytes: Uint8Array[] };
  collectionString?: { string: string[] };
  collectionDouble?: { double: number[] };
  collectionSint64?: { sint64: number[] };
  modelBindingData?: ModelBindingData;
}

/** Something named in place of being sent; the app's library makes what it likes of it. */
interface ModelBindingData {
  version: string;
  source: string;
  contentType: string;
  content: Uint8Array;
}

/** What the host hands over to run one function once. */
export interface Invocation {
  invocationId?: string;
  /** The trigger's data under its binding name, every extra input under its own. */
  inputData: { name: string; data: TypedData }[];
  triggerMetadata?: Record<string, TypedData>;
  retryContext?: object | null;
  traceContext?: object | null;
}

/** What a function gave back. */
export interface InvocationAnswer {
  returnValue?: TypedData | null;
  outputData: { name: string; data: TypedData | null }[];
  /** In streaming mode a missing return value does not tell whether the function answered. */
  returnedNothing?: boolean;
}
