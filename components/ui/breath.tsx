import { useTranslations } from "next-intl";

/** A slow breath, in for four seconds and out for six. With reduced motion the circle rests and the words are the breath. */
export function Breath() {
  const t = useTranslations("ui.breath");
  return (
    <div className="grid justify-items-center gap-4 text-center">
      <div aria-hidden className="grid size-40 place-items-center rounded-full bg-us-tint motion-reduce:size-20">
        <div className="size-full animate-breath rounded-full border-2 border-us motion-reduce:animate-none" />
      </div>
      <p className="font-semibold">{t("rhythm")}</p>
      <p className="hidden max-w-measure text-muted motion-reduce:block">{t("words")}</p>
    </div>
  );
}
