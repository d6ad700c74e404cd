"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { authKeySchema } from "@/lib/sealing/keys";
import { action } from "@/server/action";
import { addressOf } from "@/server/auth/network-address";
import * as keeping from "@/server/keeping/delete-account";

export const deleteAccount = action(
  z.strictObject({ authKey: authKeySchema, leavesWords: z.boolean() }),
  async (asked, actor) => {
    const from = await headers();
    return keeping.deleteAccount(
      actor,
      asked,
      addressOf((name) => from.get(name)),
    );
  },
);
