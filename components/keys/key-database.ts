/** The one object store that keys live in. Rejects wherever the browser keeps none (some private windows, full disks). */
const name = "heard";
const storeName = "keys";

let opened: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another version of the database is open"));
    request.onsuccess = () => {
      // Let go when the browser takes it away or another tab wants a newer one; the next call opens it again.
      request.result.onclose = forget;
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      resolve(request.result);
    };
  });
}

const forget = () => {
  opened = null;
};

/** Runs `work` in one transaction, and is done only when that is committed. */
export async function inKeys<T>(
  mode: "readonly" | "readwrite",
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opened ??= openDatabase();
  const database = await opened.catch((error: unknown) => {
    forget();
    throw error;
  });
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    const request = work(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}
