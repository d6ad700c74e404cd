/* Apart from the schema, so that a page which only draws the choices does not bring the parser to the browser (18 kB). */
export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["system", "more"] as const;
export const textSizes = ["normal", "large", "larger"] as const;
