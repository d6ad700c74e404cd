import { z } from "zod";
import { type AccountRefusal, type Refused, refused } from "@/components/auth/answers";
import { readAnswer } from "@/components/auth/read-answer";
import { type KdfParams, kdfParamsSchema, saltSchema } from "@/lib/sealing/kdf";

/** What one makes of a password with. The browser looks at it before it uses it (`stretchPassword`). */
export type Salt = { salt: string; kdf: KdfParams };
const saltAnswer = z.object({ salt: saltSchema, kdf: kdfParamsSchema });

/** The whole new account; every part of it that could open something is wrapped already. */
export type NewAccount = Salt & {
  email: string;
  name: string;
  agreed: true;
  authKey: string;
  publicKey: string;
  privateKeyByPassword: string;
  privateKeyByRecoveryCode: string;
};

export const askSalt = async (email: string): Promise<{ ok: true; value: Salt } | Refused> =>
  readAnswer(await sendJson("/api/auth-salt", { email }), saltAnswer);

export const sendSignUp = async (account: NewAccount): Promise<{ ok: true; value: null } | Refused> =>
  readAnswer(await sendJson("/api/sign-up", account), z.null());

/** The same answer for every address; only a wait is told, and that for every address alike. */
export const sendAskRecovery = async (email: string): Promise<{ ok: true; value: null } | Refused> =>
  readAnswer(await sendJson("/api/recover", { email }), z.null());

/** Signs this browser in: next-auth's token against forged requests, then its form. */
export async function sendSignIn(email: string, authKey: string): Promise<{ ok: true; value: null } | Refused> {
  const token = z.object({ csrfToken: z.string() }).safeParse(await send("/api/auth/csrf"));
  if (!token.success) return refused(networkRefusal());
  const { csrfToken } = token.data;
  const body = new URLSearchParams({ csrfToken, email, authKey, json: "true" });
  const answer = z.object({ url: z.url() }).safeParse(await send("/api/auth/callback/credentials", body));
  if (!answer.success) return refused(networkRefusal());
  return readSignIn(new URL(answer.data.url).searchParams);
}

/** Takes the sign-in cookie off this browser. Its session is ended by the page's action, or has been already. */
export async function sendSignOut(): Promise<void> {
  const token = z.object({ csrfToken: z.string() }).safeParse(await send("/api/auth/csrf"));
  if (!token.success) return;
  await send("/api/auth/signout", new URLSearchParams({ csrfToken: token.data.csrfToken, json: "true" }));
}

/** next-auth names a refusal in the address that it would have sent a browser without scripts to. */
function readSignIn(search: URLSearchParams): { ok: true; value: null } | Refused {
  if (search.has("csrf")) return refused("cookiesOff");
  const error = search.get("error");
  if (error === null) return { ok: true, value: null };
  const [refusal, seconds] = error.split(":");
  return readAnswer({ ok: false, refusal, retryAfterSeconds: seconds ? Number(seconds) : undefined }, z.null());
}

async function sendJson(path: string, body: unknown): Promise<unknown> {
  const answer = await send(path, JSON.stringify(body), "application/json");
  return answer ?? refused(networkRefusal());
}

/** What came back as JSON, whatever its status; undefined when nothing readable came. */
async function send(path: string, body?: BodyInit, type?: string): Promise<unknown> {
  try {
    const headers = type ? { "content-type": type } : undefined;
    const response = await fetch(path, { method: body === undefined ? "GET" : "POST", body, headers });
    return await response.json();
  } catch {
    return undefined;
  }
}

const networkRefusal = (): AccountRefusal => (navigator.onLine === false ? "offline" : "unavailable");
