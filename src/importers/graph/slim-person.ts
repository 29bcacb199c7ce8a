import { positionOf, type SourceRange, startOf } from '../../source/text/source-text.ts'
import type { GraphObject } from './collect.ts'
import { fieldsOf } from './recognize.ts'

/** The fields of users and of their registrations that the import reads. */
const read: ReadonlySet<string> = new Set([
  ...['@odata.type', 'id', 'userid', 'userprincipalname', 'displayname', 'usertype', 'accountenabled'],
  ...['onpremisessyncenabled', 'onpremisessecurityidentifier', 'perusermfastate', 'identities', 'memberof'],
  ...['transitivememberof', 'ismfaregistered', 'methodsregistered', 'passwordprofile', 'onpremisessamaccountname'],
  'onpremisesdomainname',
])
const isDate = (key: string): boolean => key.endsWith('datetime')

/** Values that do not keep the text that they were read from in memory. */
const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** One of very many users: only the fields that the import reads, all of them at the start of the record. */
export function slimPerson(object: GraphObject): GraphObject {
  if (object.kind !== 'user' && object.kind !== 'registration detail') return object
  const kept = Object.entries(object.value).filter(([key]) => read.has(key.toLowerCase()) || isDate(key.toLowerCase()))
  // The entries of a mapping.
  const value = copied(Object.fromEntries(kept)) as GraphObject['value']
  const { line, column } = positionOf(object.document.rangeOf(object.path))
  const { name } = object.document.source
  const at: SourceRange = startOf({ name, text: '', firstLine: line, firstColumn: column })
  const has = ([key, ...rest]: readonly (string | number)[]): boolean =>
    key === undefined || (rest.length === 0 && Object.hasOwn(value, key))
  const document = { source: at.source, value, has, rangeOf: () => at, rangeOfKey: () => at }
  return { ...object, value, document, path: [], fields: fieldsOf(value) }
}
