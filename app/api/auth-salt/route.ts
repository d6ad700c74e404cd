import { addressOf } from "@/server/auth/network-address";
import { askSaltSchema } from "@/server/auth/schemas";
import { findSalt } from "@/server/auth/service";
import { openRoute } from "@/server/open-route";

export const POST = openRoute(askSaltSchema, ({ email }, read) => findSalt(email, addressOf(read)));
