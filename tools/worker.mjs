// `npm run worker`: the same program, of which only the worker runs.
process.env.ROLE = "worker";
await import("./start.mjs");
