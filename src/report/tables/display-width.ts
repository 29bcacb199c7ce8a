import { cacheByText } from '../../memory/cache-by-text.ts'

const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const unseen = /[\p{Mn}\p{Me}\p{Cf}]|[\u{1f3fb}-\u{1f3ff}\ufe00-\ufe0f]/u
const joiner = '\u200d'

/** Splits a text into user-perceived characters: a base with its marks, joined emoji, flags. */
export function visibleCharacters(text: string): readonly string[] {
  const clusters: string[] = []
  let open = ''
  let flags = 0
  for (const character of text) {
    const flag = /[\u{1f1e6}-\u{1f1ff}]/u.test(character)
    const joins = open !== '' && (unseen.test(character) || open.endsWith(joiner) || (flag && flags % 2 === 1))
    flags = flag ? flags + 1 : 0
    if (joins) {
      open += character
      continue
    }
    if (open !== '') clusters.push(open)
    open = character
  }
  return open === '' ? clusters : [...clusters, open]
}

// A table measures the same few texts repeatedly.
const widths = cacheByText<number>('widths of texts', 'text', 1000)

/** The width of a text in terminal columns. */
export function displayWidth(text: string): number {
  // Plain text is by far the most common.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  return widths(text, () => {
    let width = 0
    for (const cluster of visibleCharacters(text)) width += clusterWidth(cluster)
    return width
  })
}

function clusterWidth(cluster: string): number {
  const [base] = cluster
  if (base === undefined || unseen.test(base)) return 0
  return wide.test(base) || cluster.includes('\ufe0f') ? 2 : 1
}

/** The text padded with blanks to this many columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Wraps a text to this many columns: at blanks (but not no-break spaces), or inside of a longer word. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line: string[] = []
  let taken = 0
  for (const word of text.split(/[^\S\u00a0]+/).filter((part) => part !== '')) {
    const wide = displayWidth(word)
    if (line.length > 0 && taken + 1 + wide <= width) {
      line.push(word)
      taken += 1 + wide
      continue
    }
    if (line.length > 0) lines.push(line.join(' '))
    const pieces = wide <= width ? [word] : broken(word, width)
    for (const piece of pieces.slice(0, -1)) lines.push(piece)
    const last = pieces[pieces.length - 1] ?? ''
    line = [last]
    taken = displayWidth(last)
  }
  return line.length === 0 && lines.length > 0 ? lines : [...lines, line.join(' ')]
}

/** Breaks one long word, after a punctuation mark near the end of the line if there is one. */
function broken(word: string, width: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let taken = 0
  for (const cluster of visibleCharacters(word)) {
    const wide = clusterWidth(cluster)
    if (piece !== '' && taken + wide > width) {
      const cut = breakAfterMark(piece)
      pieces.push(piece.slice(0, cut))
      piece = piece.slice(cut)
      taken = displayWidth(piece)
    }
    piece += cluster
    taken += wide
  }
  return [...pieces, piece]
}

function breakAfterMark(piece: string): number {
  const mark = /^.*[-@./_:,]/su.exec(piece)?.[0].length ?? 0
  return mark > piece.length / 2 ? mark : piece.length
}
