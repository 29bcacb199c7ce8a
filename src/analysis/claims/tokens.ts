/** One word of a claim; quoted text is one word. */
export interface Token {
  readonly text: string
  readonly quoted: boolean
}

/** The words of a claim; a comma is a separate word. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/"([^"]*)"|([^\s",]+(?:,[^\s",]+)*)|(,)/g)].map(([, quoted, plain, comma]) => ({
    text: quoted ?? plain ?? comma ?? '',
    quoted: quoted !== undefined,
  }))
}

/** The source text of a range of tokens. */
export const written = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text, quoted }) => (quoted ? `"${text}"` : text))
    .join(' ')

/** Whether these words occur at a token, ignoring case and articles: the index after them, or undefined. */
export function reaches(tokens: readonly Token[], at: number, words: readonly string[]): number | undefined {
  let place = at
  for (const word of words) {
    while (isArticle(tokens[place]) && !isArticle({ text: word, quoted: false })) place += 1
    const token = tokens[place]
    if (token === undefined || token.quoted || token.text.toLowerCase() !== word) return undefined
    place += 1
  }
  return place
}

/** Whether a word is an article, which is ignored. */
export function isArticle(token: Token | undefined): boolean {
  return token !== undefined && !token.quoted && /^(?:the|an?)$/i.test(token.text)
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Parses a number in digits or words. */
export function numberOf(token: Token | undefined): number | undefined {
  if (token === undefined || token.quoted) return undefined
  if (/^\d{1,9}$/.test(token.text)) return Number(token.text)
  const found = counts.indexOf(token.text.toLowerCase())
  return found < 0 ? undefined : found
}

/** Formats a number for a sentence. */
export const numberWord = (count: number): string => (count > 0 ? (counts[count] ?? String(count)) : String(count))
