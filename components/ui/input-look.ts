/* 16 px and up: below that iOS zooms the page when a field takes the focus. */
export const inputLook =
  "w-full rounded-input border border-control bg-surface px-3 py-2 text-body text-ink aria-invalid:border-2 aria-invalid:border-danger disabled:bg-sunken disabled:text-muted";
