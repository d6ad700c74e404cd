import { everyone, type Ids, linked, type Row, signedIn } from "@/e2e/doors/visitors";

/** `bearer`: what whoever knows the address gets, where that is all that opens it. */
type RouteRow = { answers: Row; path?: (ids: Ids) => string; body?: (ids: Ids) => unknown; bearer?: string };

const closedEndpoint = "https://127.0.0.1/push";
const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };

/** What is refused by `invalid` is asked with nothing in the body: none of them knows who asks, and none may tell. */
export const routes: Record<string, RouteRow> = {
  "POST /api/auth-salt": { answers: everyone("invalid") },
  "POST /api/sign-up": { answers: everyone("invalid") },
  "POST /api/recover": { answers: everyone("invalid") },
  "GET /api/auth/[...nextauth]": { path: () => "/api/auth/session", answers: everyone("404") },
  "POST /api/auth/[...nextauth]": { path: () => "/api/auth/session", answers: everyone("404") },
  "GET /api/health": { answers: everyone("200") },
  "GET /api/ready": { answers: everyone("200") },
  "GET /read/lines": { answers: linked("200") },
  "GET /read/words": { answers: linked("200") },
  // Another one's device is not let go by it either.
  "POST /api/push": {
    body: ({ endpoint }) => ({ subscription: { endpoint: closedEndpoint, keys }, replaces: endpoint }),
    answers: signedIn("invalid"),
  },
  "GET /api/planned/[id]": {
    path: ({ plannedId }) => `/api/planned/${plannedId}.ics`,
    answers: { ...everyone("404"), partner: "200" },
  },
  "GET /api/calendar/[token]": {
    path: ({ feedToken }) => `/api/calendar/${feedToken}.ics`,
    answers: everyone("404"),
    bearer: "200",
  },
  // Somebody's id is no signature. Looking changes nothing and leads to the page, which says that there is nothing.
  "GET /api/unsubscribe/[token]": {
    path: ({ personId }) => `/api/unsubscribe/${personId}.mail.${"A".repeat(43)}`,
    answers: everyone("→ /unsubscribe/ID.mail.SIGNATURE"),
  },
  "POST /api/unsubscribe/[token]": {
    path: ({ personId }) => `/api/unsubscribe/${personId}.mail.${"A".repeat(43)}`,
    answers: everyone("404"),
  },
  "POST /operator/mail/open": { answers: everyone("→ /operator/mail") },
};
