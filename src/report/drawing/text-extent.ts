import { displayWidth, visibleCharacters } from '../tables/display-width.ts'

/** Advance widths of a common sans serif in thousandths of its size, from the space on; wide enough for its kin. */
const advances = [
  300, 310, 390, 590, 590, 920, 700, 230, 360, 360, 420, 610, 310, 370, 310, 320, 590, 590, 590, 590, 590, 590, 590,
  590, 590, 590, 310, 310, 610, 610, 610, 570, 1030, 700, 700, 730, 740, 680, 630, 780, 750, 300, 540, 690, 580, 870,
  750, 790, 680, 790, 720, 690, 640, 740, 690, 970, 690, 680, 640, 320, 320, 320, 500, 560, 350, 570, 600, 540, 600,
  570, 330, 600, 590, 260, 270, 550, 260, 880, 590, 590, 600, 600, 380, 530, 350, 590, 540, 790, 540, 540, 500, 370,
  290, 370, 610,
] as const

/** Room for wider fonts than the table's; bold letters take a tenth more. */
const slack = { regular: 1.07, bold: 1.19 } as const

/** How wide a line of text is drawn at most, in pixels; a guess on the safe side, the same everywhere. */
export function textExtent(text: string, size: number, weight: keyof typeof slack = 'regular'): number {
  let thousandths = 0
  for (const character of visibleCharacters(text)) {
    const code = character.charCodeAt(0)
    const known = character.length === 1 && code >= 32 ? advances[code - 32] : undefined
    thousandths += known ?? displayWidth(character) * (displayWidth(character) === 2 ? 620 : 680)
  }
  return (thousandths * size * slack[weight]) / 1000
}

/** A text in lines of at most this many pixels: broken at blanks, a longer word inside the word. */
export function linesWithin(
  text: string,
  width: number,
  size: number,
  weight: keyof typeof slack = 'regular',
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (textExtent(joined, size, weight) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (textExtent(line, size, weight) > width) {
      const piece = longestPiece(line, width, size, weight)
      lines.push(piece)
      line = line.slice(piece.length)
      if (line === '') break
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** At least one character, so that every word ends; cut after a mark where one is near the end. */
function longestPiece(word: string, width: number, size: number, weight: keyof typeof slack): string {
  let piece = ''
  for (const character of visibleCharacters(word)) {
    if (piece !== '' && textExtent(piece + character, size, weight) > width) break
    piece += character
  }
  const mark = /^.*[-@./_:,]/su.exec(piece)?.[0] ?? ''
  return mark.length > piece.length / 2 ? mark : piece
}
