"use server";

import { action } from "@/server/action";
import * as password from "@/server/keys/password";
import { changeRecoveryCodeSchema } from "@/server/keys/schemas";

export const changeRecoveryCode = action(changeRecoveryCodeSchema, (input, actor) =>
  password.changeRecoveryCode(actor, input),
);
