/** A quoted name in a step: the quotation marks and what stands between them, a backslash before each mark that is meant. */
export const quotedSource = '"(?:[^"\\\\]|\\\\.)*"'

// Angle brackets would be places for cells of an outline; the others cannot be seen or would end the line.
const written = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>]/gu
const escaped = /\\(?:u([0-9a-fA-F]{4})|(["\\]))/g
const quoted = new RegExp(`^(?:(?:the|an?) )?(${quotedSource})$`, 'is')

const codeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A name between quotation marks, so written that a step reads exactly this name. */
export function quotedName(name: string): string {
  const marks = name.replace(/["\\]/g, '\\$&')
  const visible = marks.replace(written, (character) => character.split('').map(codeUnit).join(''))
  // What would order something of the machine that runs a build is not printed as it is.
  return `"${visible.replace(/##(?=\w*\[)/g, `#${codeUnit('#')}`)}"`
}

/** The name that is in a step: what quotation marks protect is taken as it is, an article before them is left out. */
export function unquotedName(text: string): string {
  const inside = quoted.exec(text)?.[1]?.slice(1, -1)
  if (inside === undefined) return text
  return inside.replace(escaped, (_all, unit: string | undefined, mark: string | undefined) =>
    unit === undefined ? (mark ?? '') : String.fromCharCode(Number.parseInt(unit, 16)),
  )
}

/** Whether a name stands between quotation marks. */
export function isQuotedName(text: string): boolean {
  return quoted.test(text)
}
