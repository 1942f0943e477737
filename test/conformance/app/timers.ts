import { app, type Timer } from "@azure/functions";

let count = 0;
let last: Timer | undefined;

app.timer("everySecond", {
  schedule: "* * * * * *",
  handler: (timer) => {
    count += 1;
    last = timer;
  },
});

/** Its setting is nowhere: it must not run, and must not keep the others from running. */
app.timer("unscheduled", {
  schedule: "%CONFORMANCE_NO_SUCH_SETTING%",
  handler: () => {
    count = Number.NEGATIVE_INFINITY;
  },
});

app.http("ticks", {
  route: "ticks",
  methods: ["GET"],
  handler: () => ({ jsonBody: { count, last: last ?? null } }),
});
