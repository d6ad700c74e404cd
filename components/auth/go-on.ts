/**
 * To a page of this site by a whole new load: nothing that was fetched for whoever sat here before stays in memory, and the
 * next page comes with its own policy.
 */
export const goOn = (path: string): void => window.location.assign(path);
