import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { closeSmtp } from "@/server/mail/service";
import { startMailServer, type TestMailServer } from "@/server/mail/test-mail-server";

// What a test file imports from here is always the mail server of the test that runs.
export let mail: TestMailServer;

/** An installation that sends its mail to a server of each test's own. To be called at the top of a test file. */
export function openTestMail(): void {
  beforeAll(() => {
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test alone, long enough");
    vi.stubEnv("NEXTAUTH_URL", "https://heard.example");
  });
  beforeEach(async () => {
    mail = await startMailServer();
    vi.stubEnv("SMTP_URL", mail.url);
  });
  afterEach(async () => {
    closeSmtp();
    await mail.close();
  });
  afterAll(() => vi.unstubAllEnvs());
}
