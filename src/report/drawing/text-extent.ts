import { displayWidth, visibleCharacters } from '../tables/display-width.ts'

/**
 * Advance widths in thousandths of the size, from the space to the tilde: those of DejaVu Sans 2.37 and DejaVu Sans Bold, the widest
 * of the sans serifs that systems use, so a text measured here fits whichever of them draws it.
 * The DejaVu fonts are under the Bitstream Vera license, with changes in the public domain (https://dejavu-fonts.github.io/License.html).
 */
const advances = {
  regular: [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
  ],
  bold: [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
    837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
    678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
    365, 712, 838,
  ],
} as const

/** Font weights. */
export type Weight = keyof typeof advances

/** Upper bounds for all other characters, by script; by default a character is as wide as the font size. */
const scripts = [
  { of: /\p{Script=Hebrew}/u, regular: 720, bold: 770 },
  { of: /(?![\ufb50-\ufdfc])\p{Script=Arabic}/u, regular: 930, bold: 1040 },
  { of: /\p{Script=Greek}/u, regular: 840, bold: 940 },
  { of: /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u, regular: 1400, bold: 1400 },
  // Single characters for whole phrases, and nested symbols.
  { of: /\ufdfd/u, regular: 9000, bold: 9000 },
  { of: /\p{Script=Cuneiform}/u, regular: 5000, bold: 5000 },
] as const

/** Upper bound of the width of a line of text in pixels; the same on every system. */
export function textExtent(text: string, size: number, weight: Weight = 'regular'): number {
  let thousandths = 0
  for (const character of text) thousandths += advanceOf(character, weight)
  return (thousandths * size * 1.02) / 1000
}

function advanceOf(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0
  const known = advances[weight][code - 32]
  if (known !== undefined) return known
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0
  const script = scripts.findLast(({ of }) => of.test(character))
  if (script !== undefined) return script[weight]
  // An accented letter is as wide as its base letter, a ligature as its letters; a full-width letter is as wide as the
  // font size.
  const parts = displayWidth(character) === 2 ? character : character.normalize('NFKD')
  if (parts !== character) return [...parts].reduce((sum, part) => sum + advanceOf(part, weight), 0)
  return weight === 'bold' ? 1120 : 1060
}

/** Wraps a text to a width in pixels: at blanks, or inside of a longer word. */
export function linesWithin(text: string, width: number, size: number, weight: Weight = 'regular'): readonly string[] {
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

/** Limits the number of lines; a truncated text ends with an ellipsis. */
export function linesAtMost(
  most: number,
  text: string,
  width: number,
  size: number,
  weight: Weight,
): readonly string[] {
  // A line never breaks inside of a character.
  const drawable = visibleCharacters(text).map((one) => (textExtent(one, size, weight) > width ? '…' : one))
  const lines = linesWithin(drawable.join(''), width, size, weight)
  if (lines.length <= most) return lines
  const last = longestPiece(`${lines[most - 1] ?? ''} `, width - textExtent('…', size, weight), size, weight)
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`]
}

/** At least one character, to guarantee progress; breaks after a punctuation mark near the end if there is one. */
function longestPiece(word: string, width: number, size: number, weight: Weight): string {
  let piece = ''
  for (const character of visibleCharacters(word)) {
    if (piece !== '' && textExtent(piece + character, size, weight) > width) break
    piece += character
  }
  const mark = /^.*[-@./_:,]/su.exec(piece)?.[0] ?? ''
  return mark.length > piece.length / 2 && piece.length < word.length ? mark : piece
}
