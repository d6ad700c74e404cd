import { ok, type Result, refuse } from "@/lib/result";
import { normalisePassword } from "@/lib/sealing/kdf";

export const passwordMinCharacters = 12;
/** What has to be left of a password once all that is easy to guess is taken out. */
const ownMinCharacters = 4;
/** A pasted novel is not walked through to its end. */
const judgedCharacters = 256;
const stems =
  "password passwort passwd letmein welcome iloveyou loveyou sunshine princess football baseball basketball superman batman dragon monkey master shadow michael jordan jennifer charlie admin administrator login changeme secret trustno starwars whatever freedom hello hunter flower cookie cheese summer winter spring autumn monday friday january february august september october november december computer internet samsung google facebook heard couple love forever baby angel honey darling test guest default qwerty azerty qwertz abc love you the my our and".split(
    " ",
  );
/** Rows to run along, forwards and backwards: digits, letters, and what lies side by side on keyboards. */
const walks = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujm",
  "!@#$%^&*()",
].flatMap((row) => [row, [...row].reverse().join("")]);
const walkMin = 3;
const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

export type PasswordRefusal = "tooShort" | "tooCommon" | "containsYourName";

/**
 * Runs in the browser: the server never sees a password. Long is asked for, not odd (NIST SP 800-63B, section 5.1.1.2);
 * refused is what guessing programs try first, found by rules and not by a list of millions. Gives the password normalised.
 */
export function checkPassword(
  password: string,
  person: { name?: string; email?: string } = {},
): Result<string, PasswordRefusal> {
  const normal = normalisePassword(password);
  if ([...normal].length < passwordMinCharacters) return refuse("tooShort");
  const lower = normal.toLowerCase();
  if (containsName(lower, person) || containsName(unleet(lower), person)) return refuse("containsYourName");
  return ownCharacters(lower) < ownMinCharacters ? refuse("tooCommon") : ok(normal);
}

const unleet = (text: string) => [...text].map((character) => leet[character] ?? character).join("");

/** Names of three letters count only where they stand alone: Ann may have planned something. */
function containsName(text: string, { name = "", email = "" }: { name?: string; email?: string }): boolean {
  const address = email.split("@")[0] ?? "";
  return `${name} ${address} ${address.replace(/[^\p{L}]/gu, "")}`
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((part) =>
      part.length >= 4 ? text.includes(part) : part.length === 3 && text.split(/[^\p{L}]+/u).includes(part),
    );
}

/** How many different characters are left once repeats, walks, stems and years are taken out. */
function ownCharacters(text: string): number {
  let rest = text
    .slice(0, judgedCharacters)
    .replace(/(.{1,4}?)\1{2,}/gsu, "$1")
    .replace(/^(.{5,}?)\1+$/su, "$1");
  // Birthdays and telephone numbers.
  if (/^[\d\s./+-]+$/.test(text)) return 0;
  let own = "";
  while (rest !== "") {
    const known = Math.max(walkLength(rest), stemLength(rest), /^(19|20)\d\d/.exec(rest)?.[0].length ?? 0);
    if (known === 0) own += rest[0];
    rest = rest.slice(known || 1);
  }
  return new Set(own.replace(/[\s_.,-]/g, "")).size;
}

/** A digit or a sign in the place of a letter hides no stem. */
function stemLength(text: string): number {
  const letters = unleet(text);
  return Math.max(0, ...stems.filter((stem) => letters.startsWith(stem)).map((stem) => stem.length));
}

function walkLength(text: string): number {
  let longest = 0;
  for (const row of walks) {
    for (let length = walkMin; length <= row.length && length <= text.length; length++) {
      if (row.includes(text.slice(0, length))) longest = Math.max(longest, length);
      else break;
    }
  }
  return longest;
}
