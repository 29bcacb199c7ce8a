/** A quoted name in a step; literal quotes and backslashes are escaped with a backslash. */
export const quotedSource = '"(?:[^"\\\\]|\\\\.)*"'

// Angle brackets would be placeholders of an outline; the others are invisible or would end the line.
const written = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>]/gu
const escaped = /\\(?:u([0-9a-fA-F]{4})|(["\\]))/g
const quoted = new RegExp(`^(?:(?:the|an?) )?(${quotedSource})$`, 'is')

const codeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Quotes a name so that a step reads exactly this name. */
export function quotedName(name: string): string {
  const marks = name.replace(/["\\]/g, '\\$&')
  const visible = marks.replace(written, (character) => character.split('').map(codeUnit).join(''))
  // Escapes build commands, which must not be printed literally.
  return `"${visible.replace(/##(?=\w*\[)/g, `#${codeUnit('#')}`)}"`
}

/** The name in a step: quoted text verbatim, otherwise without a leading article. */
export function unquotedName(text: string): string {
  const inside = quoted.exec(text)?.[1]?.slice(1, -1)
  if (inside === undefined) return text
  return inside.replace(escaped, (_all, unit: string | undefined, mark: string | undefined) =>
    unit === undefined ? (mark ?? '') : String.fromCharCode(Number.parseInt(unit, 16)),
  )
}

/** Whether a name is quoted. */
export function isQuotedName(text: string): boolean {
  return quoted.test(text)
}
