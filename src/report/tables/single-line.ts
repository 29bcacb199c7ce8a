import { neutralize } from '../../source/text/neutralize.ts'

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const halfCharacters = /\p{Surrogate}/gu

/**
 * One line without effect on a terminal or drawing: control characters made visible, line breaks replaced by blanks.
 */
export function singleLine(text: string): string {
  return neutralize(text.replace(lineBreaks, ' ')).replace(halfCharacters, '\ufffd').trim()
}
