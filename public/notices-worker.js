/*
 * Shows notices while no page is open. It keeps nothing and stands between the pages and the server at no time: no cache, no
 * storage, and nothing that listens to requests.
 */

/** What is said when nothing can be read: a browser takes the right to be told away where a push shows nothing. */
const plain = { text: "Something waits for you", path: "/us" };
const longestText = 60;

/** A path on this very site, or null. Whatever names another host is none. */
function ownPath(path) {
  if (typeof path !== "string" || !path.startsWith("/")) return null;
  try {
    const url = new URL(path, self.location.origin);
    return url.origin === self.location.origin ? url.pathname : null;
  } catch {
    return null;
  }
}

function readNotice(data) {
  try {
    const { text, path } = data.json();
    const isShort = typeof text === "string" && text.trim() !== "" && text.length <= longestText;
    return { text: isShort ? text : plain.text, path: ownPath(path) ?? plain.path };
  } catch {
    return plain;
  }
}

self.addEventListener("push", (event) => {
  const { text, path } = readNotice(event.data);
  // One notice stands for each place that it leads to; a newer one takes its place and is told again.
  event.waitUntil(self.registration.showNotification(text, { tag: path, renotify: true, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(goTo(ownPath(event.notification.data?.path) ?? plain.path));
});

/** A page that is there already comes to the front. No other one is led away: somebody may be writing in it. */
async function goTo(path) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = open.find(({ url }) => new URL(url).pathname === path);
  return there ? there.focus() : self.clients.openWindow(path);
}

/** The browser gave the subscription up, or renewed it by itself. */
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event.oldSubscription, event.newSubscription));
});

async function renew(before, renewed) {
  const subscription = renewed ?? (before && (await self.registration.pushManager.subscribe(before.options)));
  if (!subscription) return;
  const { endpoint, keys } = subscription.toJSON();
  await fetch("/api/push", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ subscription: { endpoint, keys }, replaces: before?.endpoint ?? null }),
  });
}
