import type { HttpHandler } from "@azure/functions";
import type { Endpoint } from "../../../functions/http/endpoint.ts";
import { routes } from "../../../functions/http/routes.ts";
import { DescribedAnswers, type SeenAnswer } from "./described-answers.ts";

let described: DescribedAnswers | undefined;
const names = new Map<Endpoint, string>(routes.map(({ name, handler }) => [handler, name]));

/** Fails when a route answers what its description does not foresee. */
export function checkAnswer(route: string, answer: SeenAnswer): void {
  described ??= new DescribedAnswers();
  const faults = described.faults(route, answer);
  if (faults.length === 0) return;
  const said = JSON.stringify(answer.body)?.slice(0, 2000);
  throw new Error(
    `${route} answered ${answer.status} against its description in functions/http/description: ${faults.join("; ")}\n${said}`,
  );
}

/** The route that a handler was built for; undefined for those that only tests have. */
export const routeOf = (handler: HttpHandler): string | undefined =>
  "endpoint" in handler ? names.get(handler.endpoint as Endpoint) : undefined;
