/** An event of the security log, as far as it is read. */
export interface SecurityEvent {
  readonly id: string
  readonly event: string
  readonly source: string
  readonly time: string
  /** The message as it is displayed, or the text that contains the audit in XML. */
  readonly message: string
  /** The values of the event in their order; empty where only the message is known. */
  readonly data: readonly string[]
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Decodes the predefined references of XML and numeric ones; leaves everything else as it is. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (name !== undefined) return Object.hasOwn(characters, name) ? (characters[name] ?? all) : all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

const value = /<Data(?:\s[^>]*)?(?:\/>|>([^<]*)<\/Data>)/g

/** The values of an event in XML. */
export const dataOf = (xml: string): readonly string[] =>
  [...xml.matchAll(value)].map(([, text]) => withoutReferences(text ?? '').trim())
