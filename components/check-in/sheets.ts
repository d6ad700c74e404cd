import { createContext, use } from "react";

export type SheetName = "menu" | "pause" | "extend" | "endKindly" | "breath";

type Sheets = { shown: SheetName | null; show(sheet: SheetName | null): void };

const SheetsContext = createContext<Sheets>({ shown: null, show: () => undefined });
export const SheetsProvider = SheetsContext.Provider;

/** The one sheet that is open, and a way to open another. */
export const useSheets = (): Sheets => use(SheetsContext);
