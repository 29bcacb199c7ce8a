import { expect } from 'vitest'

const element = /<(?:!--|(\/?[a-z][\w:-]*|!doctype)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>)/gi

/** The tags of a page or document, without what stands in scripts and styles. */
export function tagsOf(text: string): readonly string[] {
  const bare = text.replace(/<(script|style)\b([^>]*)>.*?<\/\1>/gis, '<$1$2></$1>')
  return [...bare.matchAll(element)].map(([whole, name]) => (name ?? whole).toLowerCase())
}

const foreign = new Set(['img', 'iframe', 'object', 'embed', 'form', '<!--', 'base', 'link'])

/** A page has no element, attribute or character that a text brought along. */
export function escapesTags(text: string, what: string): void {
  expect({ what, foreign: tagsOf(text).filter((tag) => foreign.has(tag)) }).toEqual({ what, foreign: [] })
  const bare = text.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gis, '')
  expect({ what, left: bare.replace(element, '').match(/.{0,40}<.{0,40}/)?.[0] }).toEqual({ what, left: undefined })
  const attributes = [...bare.matchAll(element)].map(([, , written = '']) => written).join(' ')
  expect(attributes.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+=/i)
  expect(bare).not.toMatch(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066\u2067\ufeff]/,
  )
}

/** Whether every element of an XML document is closed in order, and no character is one that XML forbids. */
export function isWellFormed(xml: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml)) return false
  const open: string[] = []
  const left = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replace(
      /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)\s*(\/?)>/g,
      (_, end, name, _attributes, alone) => {
        if (end === '/') return open.pop() === name ? '' : '<'
        if (alone === '') open.push(name)
        return ''
      },
    )
  return open.length === 0 && !/[<]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(left)
}
