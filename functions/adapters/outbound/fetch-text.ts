import type { GuardedFetch, OutboundRequest } from "./guarded-fetch.ts";
import { failureOf, type OutboundFailure } from "./outbound-failure.ts";

export interface TextAnswer {
  readonly ok: true;
  readonly status: number;
  readonly text: string;
}

/** The whole answer as text. */
export async function fetchText(
  fetch: GuardedFetch,
  url: string,
  request: OutboundRequest,
): Promise<TextAnswer | OutboundFailure> {
  const answer = await fetch(url, request);
  if (!answer.ok) return answer;
  try {
    return { ok: true, status: answer.status, text: await textOf(answer.body) };
  } catch (error) {
    return failureOf(error);
  }
}

const textOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};
