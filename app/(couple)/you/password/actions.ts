"use server";

import { action } from "@/server/action";
import * as password from "@/server/keys/password";
import { changePasswordSchema } from "@/server/keys/schemas";

export const changePassword = action(changePasswordSchema, (input, actor) => password.changePassword(actor, input));
