/** One word of a claim; what is in quotation marks is one word. */
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

/** The words from one place up to another, as they were written. */
export const written = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text, quoted }) => (quoted ? `"${text}"` : text))
    .join(' ')

/** Whether these words stand at a place, case and articles ignored; how far they reach, or undefined. */
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

/** Whether a word is an article, which says nothing. */
export function isArticle(token: Token | undefined): boolean {
  return token !== undefined && !token.quoted && /^(?:the|an?)$/i.test(token.text)
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A number in digits or in words. */
export function numberOf(token: Token | undefined): number | undefined {
  if (token === undefined || token.quoted) return undefined
  if (/^\d{1,9}$/.test(token.text)) return Number(token.text)
  const found = counts.indexOf(token.text.toLowerCase())
  return found < 0 ? undefined : found
}

/** A number as a sentence says it. */
export const numberWord = (count: number): string => (count > 0 ? (counts[count] ?? String(count)) : String(count))
