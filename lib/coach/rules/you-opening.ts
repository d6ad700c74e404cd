import type { Rule } from "@/lib/coach/hint";
import { fromChips } from "@/lib/coach/starter";
import { ownWords } from "./fields";
import { firstMatch } from "./first-match";

/** "You matter to me", "you and I", "you looked so happy": these begin with you and point at nobody. */
const warm =
  /^\W*(?:(?:well|look|honestly|and|but|so|because|listen|sometimes),? ){0,3}you(?: and (?:i|me)\b| matter\b| mean (?:so much|a lot|everything|the world)\b| make me (?:happy|smile|laugh|feel (?:safe|loved|good|warm|calm))\b| looked (?:so )?(?:happy|sad|tired|beautiful|lovely|worried)\b| know what\b|(?:'re| are| were) (?:(?:so|very|really|still|always) )?(?:important|dear|precious|kind|loved|welcome|lovely|wonderful|brave|patient|right|my|free)\b)/;

export const youOpening: Rule = {
  id: "youOpening",
  fields: ownWords,
  test: firstMatch(
    [/^[^\w]*(?:(?:well|look|honestly|and|but|so|because|listen|sometimes),? ){0,3}(you(?:r|'re|'ve|'d|'ll|rs)?)\b/],
    warm,
  ),
  starter: fromChips,
};
