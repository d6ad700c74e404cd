"use server";

import { z } from "zod";
import { ok } from "@/lib/result";
import { action } from "@/server/action";
import { loadOwnKeys as load } from "@/server/auth/service";

/** What the person's own browser needs to open their words: all of it sealed by their password or to their key. */
export const loadOwnKeys = action(z.void(), async (_, actor) => ok(await load(actor)));
