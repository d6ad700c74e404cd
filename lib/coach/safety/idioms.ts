import { pattern } from "./pattern";

/**
 * Everyday sayings that hold a hard word and no harm. They are blanked before the search for danger, so each must be
 * tight: an idiom that swallows too much hides somebody's "you hit me". A doubtful saying is left out on purpose; support
 * that nobody needed costs a moment, support that did not come costs more.
 */
const groups = {
  us: "me|us|you",
  one: "me|us|you|him|her|them",
  some: "(?:(?:just|really|suddenly|all|has|have|had|finally|then|only|always|still|will|would|could|did|might) ){0,2}",
  things:
    "it|this|that|which|what|reality|grief|sadness|loneliness|emptiness|guilt|fear|pain|shock|tiredness|exhaustion|hunger|panic|" +
    "nostalgia|news|bill|rent|inflation|crisis|words?|sentence|question|answer|message|letter|call|film|song|comment|remark|joke|" +
    "tone|silence|distance|diagnosis|truth|thought|idea|memory|feeling|reali[sz]ation|loss|smell|wave|storm|virus|flu|heat|cold|jet lag",
  animals: "dog|cat|mosquito|bug|tick|spider|horse|ball|car|bike|bus|door|branch|hamster|baby|toddler|bee|wasp",
  quiet:
    "leave|break up|divorce|move out|end (?:it|this|us|things)|quit|go|cancel|walk|stop|resign|fire|sack|sue|strike|rain|snow",
};

const hit = [
  "<things> <some>(?:hit|hits|hitting) <one>#",
  "(?:what|the way|how) you (?:said|did|wrote|told me|looked|left|spoke|talked)<3> (?:hit|hits) (?:me|us)#",
  "(?:hit|hits) <us> (?:up#|that#|like a#|where it hurts|with (?:that|the|this|your|some|more|another|all) ?(?:\\w{1,12} )?(?:news|questions?|bill|surprise|request|idea|news|story)|right in the (?:heart|feels|feelings))",
  "(?:hit|hits|hitting) (?:it off|home|the (?:nail|road|gym|sack|hay|spot|brakes?|snooze|jackpot|roof|target|books|mark|ground|town|beach|ceiling|pause|shops|right note)|on me|a (?:nerve|wall|snag|milestone|low|rock|bump|sore spot|dead end)|rock bottom|send|pause|reset|the wall(?! (?:next|beside|with|near|by)))",
  "i (?:just |accidentally )?hit my#",
  "(?:felt|feels) (?:a bit |a little )?(?:like|as if|as though) (?:you|he|she|they|someone|somebody|it|being)(?: (?:had|just|have)|'d){0,2} (?:hit|slapped|punched|kicked|stabbed)(?: me)?(?! on purpose)#",
  "<animals> <some>(?:bit|bites|hit|hits|kick|kicked|kicks|scratched|attacked|pushed) <one>#",
];

const otherBlows = [
  "(?:bit|bite|biting|bites) (?:my|your|his|her) head off#",
  "pull~ (?:my|your) leg#",
  "(?:knock|sweep)~ <one> off (?:my|your|his|her) feet#",
  "kick~ <one> (?:out|off|under the table|when (?:i|you)(?:'m| am| was|'re| are| were) down)#",
  "slap(?:s|ped|ping)? (?:me|you|us) on the (?:back|wrist)#",
  "chok(?:es?|ed|ing) (?:me|you|us) up#",
  "(?:beat|beats|beaten|beating) (?:me|you|us|him|her|them) (?:at|to|in|by|on|again at|every time|fair and square)#",
  "(?<=^|[^ a-z0-9'] ?|#(?:it|that|this|what) )beats me#(?! up)",
  "stab(?:bed|bing|s)? (?:me|you|us|him|her) in the back#",
  "push(?:es|ed|ing)? <one> (?:away|too (?:far|hard|much)|to (?!the (?:floor|ground|wall)|my |have sex|sex)|forward|around|aside|into (?!the |a wall|a door|my )|for|on#|over the edge|out of my comfort|past|harder|towards?|about)",
  "grab(?:s|bed|bing)? <us> (?:a|an|some|the|another|and (?:hugged|kissed|held))#",
  "(?:threw|throw|throws|throwing|thrown) (?:(?:a|an|the|all|your|my|more|so many) )?(?:\\w{1,12} )?(?:questions?|tantrums?|fit|party|accusations?|insults?|words|looks?|glances?|numbers|blame|that|this|everything|it all|it back|remarks?|facts|(?:snow)?balls?|ideas|money)(?: back)? at <us>#",
  "(?:verbally|emotionally) (?:attack\\w*|assault\\w*)",
  "attack(?:ed|ing|s)? <us> (?:for|about|because|over|in front of|verbally|with (?:words|accusations|questions))#",
];

const killing = [
  "kill~ (?:the|our|my|your|all the|any) (?:mood|vibe|joy|fun|moment|romance|engine|lights?|evening|buzz|conversation|spark|time|love|desire|passion|party|atmosphere|momentum|plants?|battery)#",
  "kill~ (?:it|some time|time|two birds|an hour)#",
  "(?:is|are|was|'re|'s|were) (?:so |slowly |just |really |absolutely )?killing (?:me|us)#(?! the)",
  "(?:it|this|that|what|distance|silence|waiting) (?:\\w{1,12} )?(?:kills|killed) (?:me|us)#",
  "kill (?:me|you|us|him|her) (?:but#|for (?:saying|asking|this|that|forgetting|being late|telling)|when (?:you|he|she|they|i) (?:see|sees|hear|hears|find|finds|read|reads|get|gets|know)#|if (?:i'm late|i am late|i forget|we're late|i don't bring))",
  "(?:would|could|'d) kill for#",
  "looks could kill#",
  "(?:could|would) have (?:killed|strangled) (?:you|him|her|them)#",
  "(?:kill|killing|killed) (?:myself|yourself) (?:laughing|to (?:get|make|do|finish|please|be|keep|pay|meet)|trying|at work|with work|at the gym|over (?:this|it|that|work)|for (?:this|that|my|your|the))#",
  "(?:shoot|shot|shoots) (?:me|you|us|him|her) (?:a|an|down|that|some|another|your)#",
  "just shoot me#",
];

const dying = [
  "(?:want(?:ed)? to|could|nearly|almost|could have) (?:just )?die[d]? (?:of|from) (?:shame|embarrassment|laughter|laughing|boredom|hunger|thirst)#",
  "(?:rather|sooner) (?:die|be dead) than#",
  "(?:don'?t|do not|didn'?t) want to live (?:here|like this|with|in#|apart|together|next|near|so far|far|by#|off#|at#|without|alone)",
  "can(?:'?t|not| not) go on (?:like|this|with|holiday|vacation|the|a |that|saturday|sunday|friday)",
  "cut(?:ting)? myself (?:off|some slack|a |short|out|shaving|while|on (?:the|a)|cooking|chopping|slicing|when i was (?:cooking|chopping))",
  "hurt (?:my|your)self (?:running|playing|at|skiing|in the|on the|doing|cycling|climbing|falling|lifting|moving)#",
  "(?:end|ended|ending) it all (?:with|between)#",
];

const threatening = [
  "threat(?:en|ens|ened|ening) (?:me )?(?:to|with) (?:<quiet>|leaving|divorce|breaking up|moving out)#",
  "threatened by (?!you#|your (?:temper|anger|fists?)|him#)",
  "emotional(?:ly)? blackmail\\w*",
  "(?:like|as if|as though)<4> gun to (?:my|your) head#",
  "(?:nobody|no one)<4> gun to (?:my|your) head#",
  "forc(?:e|es|ed|ing) <us> to (?:think|reflect|rethink|reconsider|slow down|grow|admit|realise|realize|see|face|look|laugh|smile|be (?:honest|better|patient)|get better|learn|rest|relax|take a break|change|listen)#",
  "lock~ (?:me|us) out by (?:accident|mistake)#",
  "stalk(?:ed|ing|s)? (?:your|my|his|her|an|someone's|old)<2> (?:instagram|insta|facebook|profile|linkedin|feed|page|tiktok)#",
  "follow~ me (?:on|back on) (?:instagram|insta|tiktok|twitter|facebook|x)#",
  "(?:won't|wouldn't|don't|didn't|doesn't|never) let me go (?:first|on#|slow|easily|into|over)",
];

export const idioms: readonly RegExp[] = [...hit, ...otherBlows, ...killing, ...dying, ...threatening].map((saying) =>
  pattern(saying, groups, "g"),
);
