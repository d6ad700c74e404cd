const statements = [
  /\b(?:import|export)\b[^'"();]*?\bfrom\s*(["'])([^"'\n]+)\1/g,
  /\bimport\s*(["'])([^"'\n]+)\1/g,
  /\bimport\s*\(\s*(["'])([^"'\n]+)\1/g,
  /\brequire(?:\.resolve)?\s*\(\s*(["'])([^"'\n]+)\1/g,
];

/** Every module that a TypeScript file names: imports, type imports, re-exports, dynamic imports, `typeof import()`. */
export function scanImports(source: string): string[] {
  const code = withoutComments(source);
  return [...new Set(statements.flatMap((statement) => [...code.matchAll(statement)].map((match) => match[2] ?? "")))];
}

/**
 * Blanks comments, templates and strings that hold spaces, so that a quoted import is none. A string ends with its
 * line at the latest: an apostrophe in JSX text must not swallow the imports after it.
 */
function withoutComments(source: string): string {
  return source.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
    (piece) => (/^["']/.test(piece) && !/\s/.test(piece) ? piece : " "),
  );
}
