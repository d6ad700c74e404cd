import { describe, expect, test } from "vitest";
import { checkPassword } from "@/lib/sealing/password-strength";

const person = { name: "Mara Ann Lindqvist", email: "m.lindqvist+us@example.org" };

describe("a password", () => {
  test.each([
    "kettle moss window ferry",
    "correct horse battery staple",
    "gK7#vRq2!mZx",
    "mein Garten riecht nach Regen",
    "窓の外に雨が降っている夜です",
    "we planned a lazy sunday",
    "I love the smell of rain",
  ])("of one's own is taken: %s", (password) => {
    expect(checkPassword(password, person)).toEqual({ ok: true, value: password.normalize("NFKC") });
  });

  test.each(["", "gK7#vRq2!mZ", "🫶🫶🫶🫶🫶🫶"])("under twelve characters is too short: %s", (password) => {
    expect(checkPassword(password, person)).toEqual({ ok: false, refusal: "tooShort" });
  });

  test.each([
    "password1234",
    "Password2024!",
    "P@ssw0rd12345",
    "passwordpassword",
    "my password!!",
    "123456789012",
    "987654321098",
    "qwertyuiop123",
    "1qaz2wsx3edc",
    "zxcvbnmasdfgh",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "abcdefghijkl",
    "iloveyou2024",
    "letmein letmein",
    "sunshine12345",
    "Summer2023!!!!",
    "admin1234admin",
    "welcome2heard",
    "12/06/1990 12/06",
    "            ",
    "------------",
    "qwertz-azerty-1",
  ])("that guessing programs try first is too common: %s", (password) => {
    expect(checkPassword(password, person)).toEqual({ ok: false, refusal: "tooCommon" });
  });

  test.each([
    "mara kettle moss ferry",
    "M4RA kettle moss ferry",
    "kettle-LINDQVIST-moss",
    "kettle mlindqvist moss",
    "kettle ann moss ferry",
  ])("with the name or the address inside is refused: %s", (password) => {
    expect(checkPassword(password, person)).toEqual({ ok: false, refusal: "containsYourName" });
  });

  test("is judged without a name as well", () => {
    expect(checkPassword("mara kettle moss ferry")).toMatchObject({ ok: true });
  });
});
