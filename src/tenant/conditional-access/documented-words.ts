/**
 * Fields and values of a policy that Graph documents and that no evaluation here models, lower-cased, by the field that
 * carries them. They leave a policy as open as an unknown word does; the report is honest about which of the two it is.
 */
const notModeled: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['partialenablementstrategy', 'deleteddatetime', 'agentidrisklevels']],
  [
    'clientapplications',
    ['includeagentidserviceprincipals', 'excludeagentidserviceprincipals', 'agentidserviceprincipalfilter'],
  ],
  ['includeusers', ['allagentidusers']],
  ['excludeusers', ['allagentidusers']],
  ['includegroups', ['all']],
  ['includeroles', ['all']],
  ['includeapplications', ['allagentidresources']],
  ['excludeapplications', ['allagentidresources']],
  ['clientapptypes', ['modern']],
])

/** Whether Graph documents a word that no evaluation here models: a member for values to come is one in any field. */
export function isDocumented(field: string, word: string): boolean {
  const lower = word.toLowerCase()
  return lower === 'unknownfuturevalue' || notModeled.get(field.toLowerCase())?.includes(lower) === true
}

/** Whether Graph documents a field that no evaluation here models. */
export function isDocumentedField(parent: string, key: string): boolean {
  return isDocumented('', key) || isDocumented(parent, key)
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a word is an id of the directory, which need not be declared. */
export const isDirectoryId = (word: string): boolean => idPattern.test(word)
