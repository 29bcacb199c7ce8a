/** The part of a text in pieces that is being looked at. */
export interface PageWindow {
  text: string
  /** Adds as much text again as there is; false at the end. */
  readonly grow: () => boolean
  /** The line and the column of an offset, which is not before the last one asked for. */
  readonly placeOf: (offset: number) => { readonly line: number; readonly column: number }
  /** Drops the text before an offset; every offset is counted from there afterwards. */
  readonly drop: (offset: number) => void
}

/** A window on a text, which at first holds nothing of it. */
export function windowOn(pieces: Iterable<string>): PageWindow {
  const rest = pieces[Symbol.iterator]()
  let [line, lineStart] = [1, 0]
  // The next line break, -1 if there is none before `searched`.
  let [lineBreak, searched] = [-1, 0]
  const window: PageWindow = {
    text: '',
    grow: () => {
      const added: string[] = []
      for (let length = 0; length <= window.text.length; ) {
        const next = rest.next()
        if (next.done === true) break
        added.push(next.value)
        length += next.value.length
      }
      window.text += added.join('')
      return added.length > 0
    },
    placeOf: (offset) => {
      for (;;) {
        if (lineBreak === -1 && searched < offset) {
          lineBreak = window.text.indexOf('\n', searched)
          searched = lineBreak === -1 ? window.text.length : lineBreak + 1
        }
        if (lineBreak === -1 || lineBreak >= offset) return { line, column: offset - lineStart + 1 }
        line += 1
        lineStart = lineBreak + 1
        lineBreak = -1
      }
    },
    drop: (offset) => {
      window.placeOf(offset)
      window.text = window.text.slice(offset)
      lineStart -= offset
      searched = Math.max(0, searched - offset)
      if (lineBreak !== -1) lineBreak -= offset
    },
  }
  return window
}
