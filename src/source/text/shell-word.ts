/**
 * A word as a shell takes it, for commands that are shown to be copied: quoted only where it must be, so that most stay
 * as they are. Double quotes serve every shell as long as nothing is special inside of them.
 */
export function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_.@:/+,-][\p{L}\p{N}_.@:/+,=-]*$/u.test(word)) return word
  return /["\\$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}

/** The same for a path, which must not look like an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path)
}
