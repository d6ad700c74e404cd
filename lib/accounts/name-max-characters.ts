export const nameMaxCharacters = 60;
