import type { SourceRange, SourceText } from '../../source/text/source-text.ts'

/** The location of an attribute or block in a file; falls back to the nearest known ancestor. */
export type HclPlaces = (path: readonly string[]) => SourceRange

const token =
  /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|<<-?([A-Za-z_][\w-]*)[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t\r]*$|(?![\s\S]))|"(?:\\[\s\S]|\$\{[^}"]*(?:"[^"\n]*"[^}"]*)*\}|[^"\\\n])*"?|[A-Za-z_][\w-]*|[\s\S]/gmy

interface Token {
  readonly text: string
  readonly start: number
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(token)].flatMap(({ 0: found, index }) =>
    /^(?:[ \t\r]|#|\/\/|\/\*)/.test(found) ? [] : [{ text: found, start: index }],
  )
}

const isWord = (text: string): boolean => /^["\w]/.test(text)
const plain = (text: string): string => text.replace(/^"|"$/g, '')

/** What is open at a place: the body of a block or an object, or brackets. */
interface Frame {
  readonly path: readonly string[] | undefined
}

/** The words before `{`, `=` or `:` on a line, which name what follows. */
function placesIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const frames: Frame[] = [{ path: [] }]
  let words: Token[] = []
  let named: readonly string[] | undefined
  const name = (): void => {
    const own = frames.at(-1)?.path
    const [first] = words
    named = own === undefined || first === undefined ? undefined : [...own, ...words.map((word) => plain(word.text))]
    if (named !== undefined && first !== undefined && !places.has(named.join('\0')))
      places.set(named.join('\0'), first.start)
    words = []
  }
  for (const one of tokensOf(text)) {
    if (one.text === '{') {
      if (words.length > 0) name()
      frames.push({ path: named })
    } else if (one.text === '[' || one.text === '(') frames.push({ path: undefined })
    else if (/^[}\])]$/.test(one.text)) {
      if (frames.length > 1) frames.pop()
      named = undefined
    } else if ((one.text === '=' || one.text === ':') && named === undefined) name()
    else if (one.text === '\n' || one.text === ',') named = undefined
    if (isWord(one.text) && named === undefined) words.push(one)
    else if (one.text !== '{') words = []
  }
  return places
}

/** Finds the parts of a file of Terraform by the names of blocks and attributes. */
export function hclPlaces(source: SourceText): HclPlaces {
  let places: ReadonlyMap<string, number> | undefined
  return (path) => {
    places ??= placesIn(source.text)
    for (let length = path.length; length > 0; length -= 1) {
      const start = places.get(path.slice(0, length).join('\0'))
      if (start === undefined) continue
      const line = source.text.slice(start, start + 2000).search(/\r?\n|$/)
      return { source, start, end: start + line }
    }
    return { source, start: 0, end: 0 }
  }
}
