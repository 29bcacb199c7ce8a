import DOMPurify from 'dompurify'
import mermaid from 'mermaid'

/** What Mermaid understood of a sequence diagram. */
export interface ParsedDiagram {
  readonly title: string
  readonly participants: readonly string[]
  /** Arrows, notes and headings of blocks, in order. */
  readonly texts: readonly string[]
}

interface SequenceDb {
  readonly getActors: () => ReadonlyMap<string, { readonly description: string }>
  readonly getMessages: () => readonly { readonly message?: unknown }[]
  readonly getDiagramTitle: () => string
}

/** Boxes are the one thing for which Mermaid wants a browser even when it only parses. */
function standInForBrowser(): void {
  Object.assign(globalThis, {
    window: { CSS: { supports: (_: string, color: string) => /^rgba\([\d., ]+\)$/.test(color) } },
  })
  Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text })
}

/** Undoes what Mermaid does to escaped characters, as a browser would when it draws them. */
function drawn(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(Number(code))).replace(/[\u2068\u2069]/g, '')
}

/** Parses as `mermaid.parse` does and gives the texts that would be drawn; throws where the syntax is wrong. */
export async function parsedDiagram(text: string): Promise<ParsedDiagram> {
  standInForBrowser()
  await mermaid.parse(text)
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text)
  // The database of sequence diagrams is not in Mermaid's public types.
  const db = diagram.db as unknown as SequenceDb
  return {
    title: drawn(db.getDiagramTitle()),
    participants: [...db.getActors().values()].map(({ description }) => drawn(description)),
    texts: db
      .getMessages()
      .flatMap(({ message }) => (typeof message === 'string' && message !== '' ? [drawn(message)] : [])),
  }
}
