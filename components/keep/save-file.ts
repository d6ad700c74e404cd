/** Hands a file that was made here to the browser's own saving. Nothing of it is sent anywhere. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Once the browser has begun to read it. Sooner, and some save an empty file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
