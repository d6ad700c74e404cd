import fc from "fast-check";

/**
 * In CI the properties draw the same values each time, so that a red run is about what was changed; everywhere else each run
 * draws anew, and what it finds becomes a test.
 */
if (process.env.CI) fc.configureGlobal({ seed: 20_260 });
