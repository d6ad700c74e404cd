import { log } from "@/server/log";

/**
 * Next writes a page's errors to the console with their messages, and those may quote what people wrote. From here on
 * they are records instead, which keep an error's kind, code and place alone.
 */
export function quietConsole(): void {
  Object.assign(console, {
    error: (...said: unknown[]) => {
      const err = said.find((part) => part instanceof Error);
      if (err !== undefined) log.error({ err }, "an error was written to the console");
      else log.error({ kinds: said.map((part) => typeof part) }, "something was written to the console");
    },
  });
}
