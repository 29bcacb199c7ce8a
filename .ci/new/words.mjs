/** A sentence or title as a file name: `A guest has no mailbox.` is `a-guest-has-no-mailbox`. */
export function kebab(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** A file name as the name of what it exports. */
export function camel(text) {
  return kebab(text).replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}

/** A text as a string of the code. */
export function quoted(text) {
  return text.includes("'") && !text.includes('"')
    ? `"${text}"`
    : `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** A list with one more import; imports stay in the order of their files. */
export function withImport(text, line) {
  const imports = text.split('\n').filter((one) => one.startsWith('import '))
  const path = (one) => /'([^']+)'/.exec(one)?.[1] ?? ''
  const before = imports.find((one) => path(one) > path(line))
  return before === undefined
    ? text.replace(`${imports.at(-1)}\n`, `${imports.at(-1)}\n${line}\n`)
    : text.replace(before, `${line}\n${before}`)
}

/** The number after the highest one that ids of a prefix have in a text. */
export function nextNumber(text, prefix) {
  const numbers = [...text.matchAll(new RegExp(`\\b${prefix}-(\\d+)\\b`, 'g'))].map(([, number]) => Number(number))
  return Math.max(0, ...numbers) + 1
}
