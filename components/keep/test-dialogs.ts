import { beforeAll } from "vitest";

/** The test browser has no modal dialogs: an open one is one that is shown. */
export const standInDialogs = (): void =>
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
  });
