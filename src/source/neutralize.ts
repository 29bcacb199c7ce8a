/** Characters that steer a terminal or hide the order of text: C0, C1, bidirectional marks and isolates, line separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** One visible character for one that would steer a terminal. */
function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}

/** Text that a terminal shows and never obeys; as long as before, so that columns still fit. */
export function neutralize(text: string): string {
  return text.replace(steering, picture)
}
