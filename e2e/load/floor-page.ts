/** One line of the list, of the same words as ours. */
export const floorLine = (n: number, at: number): string => {
  const day = new Date(at).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  return `<li><a href="/read/${n}"><b>${day}</b><span>A check-in · 24 minutes</span></a></li>`;
};

/** A list that grows page by page as one comes near its end, a place beside it, and a worker that opens words. No more. */
export const floorPage = (key: string): string => `<!doctype html><html lang="en"><title>Floor</title>
<meta name="viewport" content="width=device-width"><style>
body { font: 1rem/1.5 sans-serif; margin: 1rem }
ul { display: grid; gap: 8px; padding: 0; list-style: none }
li { content-visibility: auto; contain-intrinsic-size: auto 86px }
li a { display: grid; gap: 4px; padding: 16px; border: 1px solid; border-radius: 12px }
</style><button id="words">Open words</button><button id="chips">Open chips</button><p id="said"></p>
<main><section id="list"><ul></ul><a id="more" href="/read?before=">Earlier ones</a></section>
<section id="beside" hidden><h1>Beside</h1></section></main><script type="module">
const list = document.querySelector("#list"), more = document.querySelector("#more");
let page = 0, coming = false;
const load = async () => {
  if (coming) return;
  coming = true;
  const answer = await fetch("/lines/" + page++);
  if (answer.ok) list.firstElementChild.insertAdjacentHTML("beforeend", await answer.text());
  else more.remove();
  coming = false;
  if (answer.ok) { watch.unobserve(more); watch.observe(more); }
};
const watch = new IntersectionObserver(([seen]) => seen.isIntersecting && load(), { rootMargin: "0px 0px 1600px" });
watch.observe(more);
let y = 0;
const show = (beside) => {
  if (beside) y = scrollY;
  list.hidden = beside;
  document.querySelector("#beside").hidden = !beside;
  scrollTo(0, beside ? 0 : y);
};
history.scrollRestoration = "manual";
list.addEventListener("click", (event) => { event.preventDefault(); history.pushState(null, ""); show(true); });
addEventListener("popstate", () => show(false));
for (const button of document.querySelectorAll("button")) button.addEventListener("click", () => {
  const worker = new Worker("/worker.js");
  worker.onmessage = ({ data }) => { document.querySelector("#said").textContent = data.opened + " opened"; };
  worker.postMessage({ part: button.id, key: "${key}" });
});
</script></html>`;

/** The next page comes while one is opened. What was opened is counted, so that nothing of it is left out. */
export const floorWorker = `const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
onmessage = async ({ data: { part, key: raw } }) => {
  const key = await crypto.subtle.importKey("raw", bytes(raw), "AES-GCM", false, ["decrypt"]);
  const read = async (page) => { const answer = await fetch("/" + part + "/" + page); return answer.ok ? answer.json() : null; };
  let opened = 0, openedInMs = 0, coming = read(0);
  for (let page = 1; ; page++) {
    const words = await coming;
    if (!words) break;
    coming = read(page);
    const begun = performance.now();
    const all = await Promise.all(words.map(async ({ n, c }) =>
      JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(n) }, key, bytes(c))))));
    opened += all.length;
    openedInMs += performance.now() - begun;
    postMessage({ opened });
  }
  postMessage({ how: "done", opened, openedInMs });
};
`;
