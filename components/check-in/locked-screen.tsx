import { useTranslations } from "next-intl";
import { KeysAway } from "@/components/auth/keys-away";
import type { KeysAway as Away } from "@/components/auth/use-keys-here";
import { Page } from "@/components/ui/page";

/** The words of this check-in can't be opened on this device yet: what stands in the way, and the next step. */
export function LockedScreen({ found }: { found: Away }) {
  const title = useTranslations("room")("title");
  return (
    <Page title={title}>
      <KeysAway found={found} />
    </Page>
  );
}
