// Settings on which exports disagree: one that a document states, with another value beside it.

/** How items of lists are named. */
const nameOf = (item) => item?.name ?? item?.id ?? item?.displayName ?? item?.userPrincipalName

/** The place of a setting as files write it: items of lists by their names; undefined where one has none. */
function writtenPlace(document, path) {
  const keys = []
  let at = document
  for (const key of path) {
    const isItem = Array.isArray(at)
    at = at?.[key]
    keys.push(isItem ? nameOf(at) : key)
  }
  return keys.includes(undefined) ? undefined : keys
}

/** Adds another value of a setting, beside the object that has it or for the file as a whole. */
export function disputeChange(document, { path, value }, other, next) {
  const setting = writtenPlace(document, path)
  if (setting === undefined) return undefined
  if (next() < 0.5) {
    const owner = path.slice(0, -1)
    return [[...owner, 'exportsDisagree'], { [path.at(-1)]: [value, other] }]
  }
  const one = { setting, values: [value, other] }
  const known = document.exportsDisagreeOn
  return Array.isArray(known) ? [['exportsDisagreeOn', known.length], one] : [['exportsDisagreeOn'], [one]]
}
