"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import { errorReference } from "./error-reference";

/**
 * The root layout itself could not be made, so there are no messages to draw from: these few words are the only ones that do
 * not come from the message file.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Heard</title>
        <main className="mx-auto grid min-h-dvh w-full max-w-room content-center gap-6 px-4 py-12">
          <h1 className="text-h1 font-semibold">Something on our side did not work.</h1>
          <p>Nothing you wrote was sent. You can try again in a moment.</p>
          <div>
            <Button onClick={retry}>Try again</Button>
          </div>
          <p className="text-small text-muted">
            If you tell whoever runs this server, this helps them find it: {errorReference(error)}
          </p>
        </main>
      </body>
    </html>
  );
}
