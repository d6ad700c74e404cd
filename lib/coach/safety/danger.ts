import type { SupportKind } from "@/lib/coach/hint";
import { pattern } from "./pattern";

/**
 * Signs of harm, read after the idioms are blanked. What the writer suffers, does or fears all count, and so does what
 * is repeated in quotation marks. English only: another language brings its own list.
 */
const groups = {
  us: "me|us|you",
  one: "me|us|you|him|her|them",
  target:
    "me|us|you|him|her|them|(?:the|my|our|your|his) (?:kids?|child|children|baby|boys?|girls?|son|daughter|dog|cat|puppy|" +
    "mother|mum|mom|sister|brother|face|head|arm|leg|stomach|jaw)",
  other: "you|he|she|they|my (?:husband|wife|partner|boyfriend|girlfriend|ex)",
  body: "arms?|wrists?|hair|throat|neck|face|head|jaw|collar|shoulder|fingers?|leg|ribs?",
  blow:
    "(?:hit|slap|smack|punch|kick|choke|strangle|headbutt|bite|stab|shove|beat|whip|assault|harm|abuse)(?:s|es|d|ed)?|" +
    "(?:hitt|slapp|smack|punch|kick|chok|strangl|headbutt|bit|stabb|shov|beat|whipp|assault|harm|abus|throttl)ing|" +
    "(?:slapp|stabb|whipp)ed|bit|beaten|bitten|attacked|throttled?|sp[ai]t (?:on|at)",
  places:
    "against|down#|over#|off#|onto|on the (?:floor|bed|ground)|to the (?:floor|ground|wall|side)|" +
    "into (?:the|a) (?:wall|door|table|car|corner)|across|out of the (?:car|house|door|bed)",
  you: "you|he|she",
  my: "my|your|his|her",
  throw: "throw(?:s|n|ing)?|threw",
  feel: "feel|felt|feeling|am|i'm|was|were|being|been",
  end: " ?(?:[^ a-z0-9]|$)",
  fear: "scared|afraid|frightened|terrified|fearful",
  will: "'ll| will|'d| would| might| could| may|(?:'re| are|'s| is) (?:going to|gonna)",
};

const signs: Record<SupportKind, readonly string[]> = {
  selfHarm: [
    "kill(?:ing|ed)? (?:my|your|him|her|them)sel(?:f|ves)#",
    "suicid\\w*",
    "self[- ]harm\\w*",
    "(?:hurt~|harm~|cut|cutting|burn~|stab|shoot|hang~|poison|drown) (?:my|your|him|her)self#(?! off| some slack| from)",
    "(?:want|wanted|wants|wish|wished|going|ready|like|trying|tried|planning|rather) (?:\\w{1,12} )?(?:to )?die#",
    "(?:wish|wished|if|rather|better if)<3> (?:was|were|be) dead#",
    "better off (?:dead|without me)#",
    "(?:don'?t|do not|didn'?t|no longer) want(?:ed)? to (?:live#|be alive|exist|wake up(?: any ?more| again|<end>)|be here any ?more)",
    "(?:end|ending|take|taking|took|ended) <my>(?: own)? life#",
    "(?:end|ending|ended) it all#",
    "(?:no reason|not worth|nothing) (?:left )?(?:to live for|to live|living)#",
    "i can(?:'?t|not) go on(?: any ?more| living|<end>)",
    "overdos\\w*",
    "jump(?:ing)? off (?:a|the) (?:bridge|roof|building|balcony)#",
    "jump(?:ing)? in front of (?:a|the) (?:train|car|bus)#",
  ],
  threat: [
    "(?:you|i|he|she|they|we)(?:<will>|'m going to|'m gonna| am going to)?<4> (?:kill|murder|shoot|strangle|stab) <target>#",
    "(?:gonna|going to|want to|wants to|wanted to|threaten\\w* to|try to|tried to) (?:kill|murder|shoot|strangle|stab) (?:me|us|you|the kids)#",
    "threaten~ (?:<one>|to|with|that|the|my|our)#",
    "<feel> threatened#",
    "(?:death|your) threats?#",
    "<fear> of (?:you|him|her|my (?:husband|wife|partner|boyfriend|girlfriend))#(?! \\w{1,15}ing#| not#| no longer#)",
    "<fear> of (?:what <you><will> do|<my> (?:temper|anger|rage|fists?|outbursts?))#",
    "<fear> (?:that )?<you><will> (?:hurt|harm|hit|beat|kill) (?:me|us|the|my|our|him|her)#",
    "<fear> (?:for my life|for my safety|to (?:go|come|be) home|to be alone with (?:you|him|her))#",
    "<you>(?:'re| are|'s| is)? (?:really |just |truly )?(?:scares?|scaring|frighten~|terrif(?:y|ies|ying)) <us>#",
    "(?:say|says|said|swore|told me|promised) (?:that )?(?:you|he|she|i)<will> (?:hurt|harm|hit|beat) (?:me|us|the|my|our|you|him|her)#",
    "or else<end>",
    "(?<=^|[^ a-z0-9'] ?|#(?:said|says|me|that) )you(?:'ll| will) (?:regret|pay for) (?:this|that|it)#",
    "make (?:me|you|us) (?:suffer|pay for (?:it|this|that|leaving))",
    "(?:pull~|hold~|held|point~|put|waved|waving|grabbed|with) (?:a|the|<my>) (?:gun|knife|weapon|pistol|razor|hammer)(?: at| to| against| on|<end>)",
    "(?:gun|knife) (?:to|at|against) (?:me|my|us)#",
    "(?:rais(?:e|ed|ing)|lift~) (?:a|<my>) (?:hand|fist)s? (?:to|at|against|on|towards?) (?:me|us|you|him|her|the)#",
    "blackmail\\w*",
    "tak(?:e|ing) (?:the |my |our )?(?:kids|children|baby|son|daughter) away from (?:me|you)#",
    "(?:post|share|send|leak)\\w* (?:my|the|those|our) (?:nudes|naked|private (?:photos?|pictures?|videos?))",
    "burn(?:ing)? (?:the|our|my|your) house down#",
  ],
  force: [
    "rap(?:e|es|ed|ing|ist)#",
    "(?:sexual(?:ly)?) (?:assault|abus|violen|harass)\\w*",
    "molest\\w*",
    "forc(?:e|es|ed|ing) (?:me|us|you|her|him|yourself on|himself on|herself on|myself on)#",
    "coerc\\w+",
    "against <my> will#",
    "without (?:my |your )?consent#",
    "(?:made|make|makes|making|pressur\\w+|guilt\\w*) me (?:into |to )?(?:have|having) sex#",
    "(?:made|make|makes|pressur\\w+|guilt\\w*) me (?:in)?to sex#",
    "(?:made|make|makes) me do (?:things|something|it|stuff)(?: that)? i (?:didn'?t|did not|don'?t|never) want",
    "sex with me (?:when|while|although|though|even though|after) i#",
    "i said (?:no|stop)#<2>,? (?:and|but) <you> (?:kept|didn'?t|did not|did it|went on|carried|still|continued)",
    "(?:didn'?t|did not|wouldn'?t|won'?t|don'?t) stop when i (?:said|say|asked|cried|told)",
    "touch~ me (?:when|while|although|even though|after) i (?:said|was asleep|was sleeping|slept|didn'?t|did not)",
    "<other><2> (?:held|hold|holding|pinned|pin|pinning) me (?:down|against|to the)#",
    "pinned me (?:down|against|to the)#",
    "(?:lock~|shut) (?:me|us|the kids) (?:in|up)#",
    "lock~ (?:me|us|the kids) out#",
    "block~ (?:the door|my way|the doorway|the exit)#",
    "<other> (?:(?:wo|would|do|did|does)n'?t|(?:will|would|do|did) not|never|refused? to) (?:ever )?let me (?:leave|out#|go (?:home|out|away|outside|anywhere)|go<end>|see (?:my|a doctor)|talk to my|use my phone|have (?:my|any|a) (?:phone|keys|passport|money|job)|eat#|sleep#|work#)",
    "(?:took away my|hid my|hide my|hiding my) (?:phone|keys|passport|papers|bank card|cards|pills|medication)#",
    "took my (?:phone|keys|passport|bank card) away#",
    "control(?:s|led|ling)? (?:my money|who i|where i|what i (?:wear|eat|spend|do)|all my)#",
    "held me (?:hostage|prisoner|captive)#",
    "not allowed to (?:leave|see my|talk to my|go out|have money|work)#",
  ],
  stalking: [
    "stalk~ <one>#",
    "stalk(?:er|ers|ing)#",
    "<other>(?:'re|'ve|'s)?<3> follow~ me (?:home|to|everywhere|around|in (?:the|your|a|his|her) car|all|secretly|at night|when|after)",
    "track~ (?:me|my (?:phone|location|car|whereabouts|every move|movements))#",
    "(?:tracker|air ?tag|gps|spyware|camera|cameras|keylogger|tracking app)<2> (?:in|on|into|under|to) my#",
    "hidden cameras?#",
    "spy(?:ing)? on <us>#",
    "spied on <us>#",
    "<other>(?:'re|'ve|'s)?<3> (?:(?:check|search|monitor|hack)~|(?:go|goes|going|went|gone) through|(?:hacked|broke|log|logged) into) my (?:phone|location|messages|emails?|texts|account|accounts|pockets|bag|diary|computer|laptop|instagram|facebook|calls)#",
    "<other>(?:'re|'ve|'s)?<3> read~ my (?:messages|emails?|texts|diary|journal|mail)(?: secretly| behind| without| when i| while)",
    "watch(?:es|ed|ing)? (?:my every move|me (?:through|from outside|sleep|all the time|secretly))",
    "(?:film|record)~ me (?:secretly|without|when i|while i|in the (?:bathroom|shower))",
    "(?:secretly|always|constantly) (?:watching|filming|recording|monitoring) me#",
    "(?:turn|show)~ up (?:uninvited|at my (?:work|office|job|house|flat|door)(?: again| uninvited| every| unannounced| all))",
  ],
  violence: [
    "<blow> <target>#",
    "(?:hit|beaten|bitten|(?:slapp|punch|chok|kick|strangl|shov|attack|assault)ed) by (?:him|her|<other>)#",
    "(?:you|he|she|stop|keep|kept|started|start)<2> hitting#(?! (?:it|the|a|on|home|send|pause|snooze)#)",
    "beat(?:en|ing|s)? (?:me |us |you |him |her )?(?:black and blue|unconscious)#",
    "pushed <one>(?=<end>| (?:again|and|when|because|so hard|hard|really hard|in the|last|yesterday|twice)#)",
    "(?:push~|<throw>|knock~|slammed|drag(?:ged|ging)?|press~) <one> <places>",
    "(?:grab(?:s|bed|bing)?|pull~|yank~|drag(?:ged|ging)?) <one> (?:by|so hard|hard#|across|down the)",
    "grabbed <one>(?=<end>| (?:again|when|and|last)#)",
    "(?:grab(?:s|bed|bing)?|twist~|broken?|squeezed|yank~|pull~|bruised|burn~|burnt) <my> <body>#(?! into)",
    "<other><2> (?:hurt~|hits?|kick~|punch~|scratch~) my (?:arms?|wrists?|neck|throat|face|head|hair|back|legs?|ribs?|eye)#",
    "hands? (?:around|round|on|at) <my> (?:throat|neck)#",
    "(?:laid|lay|lays|put|puts) (?:a |your |his |her )?hands? on (?:me|us|her|him|the kids)#",
    "<throw> (?:an?|the|<my>|things|stuff|something|plates|it|objects|glasses)<2> at (?:<one>|the kids|my)#",
    "punch~ (?:(?:a |the |<my> )?(?:wall|door|window|mirror|cupboard)|a hole|holes)",
    "<you><2> (?:smash|smashed|smashing|destroyed|broke down) (?:the|my|a|our) (?:phone|plates?|doors?|windows?|tv|laptop|things|glass|car|mirror|furniture)#",
    "hit the wall (?:next|beside|with|near|by)#",
    "physical(?:ly)? (?:hurt|hit|attack|abus|harm|violen|aggress|assault|fight)\\w*",
    "hurt(?:ing)? <us> physically#",
    "(?:gave|left|giving) me (?:with )?(?:a )?(?:black eye|bruis\\w+|bloody|broken)",
    "bruises (?:on my|from (?:you|where you|when you))",
    "(?:you|he|she|they|i|we)(?:'re|'m|'s)?(?: (?:are|were|was|is|am|get|gets|got|become|became|being|so|very|really|have been)){0,3} violent#",
    "(?:domestic|physical|your|the|any|of) violence#",
    "abusive#",
    "abusers?#",
    "(?:domestic|physical|sexual|emotional|verbal|your|is) abuse#",
    "<feel> abused#",
    "pillow (?:over|on|against) my (?:face|head|mouth)#",
  ],
};

/** What is most urgent first, since one kind is named. */
const order: readonly SupportKind[] = ["selfHarm", "threat", "force", "stalking", "violence"];

export const dangers: readonly { about: SupportKind; sign: RegExp }[] = order.flatMap((about) =>
  signs[about].map((sign) => ({ about, sign: pattern(sign, groups) })),
);
