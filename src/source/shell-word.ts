/**
 * A word as a shell takes it, for commands that are shown to be copied: quoted only where it must be, so that most stay
 * as they are. Double quotes serve every shell as long as nothing is special inside of them.
 */
export function shellWord(word: string): string {
  const safe = word.startsWith('-') ? `./${word}` : word
  if (/^[\p{L}\p{N}_.@:/+,=%-]+$/u.test(safe)) return safe
  return /["\\$`!]/.test(safe) ? `'${safe.replaceAll("'", "'\\''")}'` : `"${safe}"`
}
