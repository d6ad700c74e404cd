/**
 * What a person can tell whoever runs the server: the digest that Next logs beside the fault, else the id of the request that
 * brought the page, else a dash.
 */
export const errorReference = (error: unknown): string => {
  if (error instanceof Error && "digest" in error && typeof error.digest === "string") return error.digest;
  return (typeof document === "undefined" ? undefined : document.documentElement.dataset.request) ?? "–";
};
