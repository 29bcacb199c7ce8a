/**
 * A shell word for commands that are shown to be copied: only quoted if necessary. Double quotes work in every shell as
 * long as they contain nothing special.
 */
export function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_.@:/+,-][\p{L}\p{N}_.@:/+,=-]*$/u.test(word)) return word
  return /["\\$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}

/** The same for a path, which must not look like an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path)
}
