import { getRequestConfig } from "next-intl/server";
import messages from "@/components/messages/en.json";

/** The language of a request. One file a language; English now. Zones are always given with a time, so the default is neutral. */
export default getRequestConfig(async () => ({ locale: "en", messages, timeZone: "UTC" }));
