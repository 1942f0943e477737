import type { z } from "zod";
import type { Tag } from "./introduction.ts";

/** What a route's own address, method and declaration do not say about it. */
export interface OperationText {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  /** Where anyone may call: whether a token shows the caller more. */
  readonly optionalToken?: true;
  readonly query?: z.ZodRawShape;
  /** Request headers beyond those that every request may carry. */
  readonly headers?: z.ZodRawShape;
  readonly body?: BodyText;
  /** Answers to a request that is met. */
  readonly answers: Readonly<Partial<Record<200 | 201 | 202 | 302 | 304, AnswerText>>>;
  /** Refusals beyond those that follow from access, dialect and method. */
  readonly refusals?: Readonly<Partial<Record<403 | 404 | 409 | 412 | 422, string>>>;
}

interface BodyText {
  readonly description: string;
  readonly schema: z.ZodType;
  readonly required: boolean;
  /** One that the API would take. */
  readonly example: object;
}

export interface AnswerText {
  readonly description: string;
  /** Schemas by media type. */
  readonly content?: Readonly<Record<string, z.ZodType>>;
  /** Headers that are always there, and what they mean. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that may be there. */
  readonly optionalHeaders?: Readonly<Record<string, string>>;
}

/** The operations of one resource, by the names of their routes. */
export type OperationTexts = Readonly<Record<string, OperationText>>;

export const json = (schema: z.ZodType) => ({ "application/json": schema }) as const;
