"use server";

import { headers } from "next/headers";
import { openAction } from "@/server/action";
import { addressOf } from "@/server/auth/network-address";
import * as recovery from "@/server/keys/recovery";
import { openRecoverySchema, recoverAnewSchema, recoverWithCodeSchema } from "@/server/keys/schemas";

const from = async () => {
  const asked = await headers();
  return addressOf((name) => asked.get(name));
};

// Nothing is drawn anew: the page signs in with the new password and then moves on by itself.

export const openRecovery = openAction(openRecoverySchema, async ({ token }) =>
  recovery.openRecovery(token, await from()),
);

export const recoverWithCode = openAction(recoverWithCodeSchema, async (input) =>
  recovery.recoverWithCode(input, await from()),
);

export const recoverAnew = openAction(recoverAnewSchema, async (input) => recovery.recoverAnew(input, await from()));
