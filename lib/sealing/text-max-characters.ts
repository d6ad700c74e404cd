/** The most that any field of words takes, counted as people count: by code point, after trimming. */
export const textMaxCharacters = 600;
