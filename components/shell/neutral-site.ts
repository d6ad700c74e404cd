/** Where "Leave this page" goes: a page that anybody might have open. */
export const neutralSite = "https://www.wikipedia.org/";
