import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { latestDate } from './latest-date.ts'

/** The fields of users and of their registrations that the import reads. */
const read: ReadonlySet<string> = new Set([
  ...['@odata.type', 'id', 'userid', 'userprincipalname', 'displayname', 'usertype', 'accountenabled'],
  ...['onpremisessyncenabled', 'onpremisessecurityidentifier', 'perusermfastate', 'identities', 'memberof'],
  ...['transitivememberof', 'ismfaregistered', 'methodsregistered', 'passwordprofile', 'onpremisessamaccountname'],
  'onpremisesdomainname',
])
const isChange = (key: string): boolean => /^(?:last)?modifieddatetime$/i.test(key)
const isDate = (key: string): boolean => /datetime$/i.test(key)

/** The fields of a record that count; of its dates the last day, unless they say when it was changed. */
function keptOf(record: Mapping): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(record)
  const kept = entries.filter(([key]) => read.has(key.toLowerCase()))
  const dates = entries.filter(([key]) => isDate(key))
  if (dates.some(([key]) => isChange(key))) return [...kept, ...dates]
  const day = latestDate([Object.fromEntries(dates)])
  return day === undefined ? kept : [...kept, ['createdDateTime', day]]
}

/** The fields whose texts belong to one person. */
const personal = ['userprincipalname', 'id', 'displayname', 'onpremisessamaccountname', 'onpremisessecurityidentifier']

/** The places of a template for the texts of a person, which are written as no text of a record is. */
const holes: readonly unknown[] = personal.map((_, index) => ({ toJSON: () => `\0${index}` }))

/** The texts of a person. */
export type PersonalTexts = readonly (string | undefined)[]

/** What a record says besides the texts of its person: very many records have the same. */
export type PersonTemplate = readonly (readonly [key: string, value: unknown])[]

function withHoles(value: unknown, texts: PersonalTexts): unknown {
  if (typeof value === 'string') return holes[texts.indexOf(value)] ?? value
  if (Array.isArray(value)) return value.map((item) => withHoles(item, texts))
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withHoles(part, texts)]))
}

function filled(value: unknown, texts: PersonalTexts): unknown {
  if (typeof value !== 'object' || value === null) return value
  const hole = holes.indexOf(value)
  if (hole !== -1) return texts[hole]
  if (Array.isArray(value)) return value.map((item) => filled(item, texts))
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, texts)]))
}

/** The record that a template with the texts of a person is. */
export const recordOf = (template: PersonTemplate, texts: PersonalTexts): Mapping =>
  Object.fromEntries(template.map(([key, value]) => [key, filled(value, texts)]))

/** Divides a record into the texts of its person and the rest. */
export type Divide = (record: Mapping) => { readonly texts: PersonalTexts; readonly template: PersonTemplate }

/** More templates than these are not shared. */
const mostTemplates = 100_000

/** Divides records so that equal templates are one in memory, and keep no text that they were read from. */
export function dividing(): Divide {
  const known = new Map<string, PersonTemplate>()
  return (record) => {
    const text = JSON.stringify(keptOf(record))
    // A list of entries, as it was written.
    const kept = JSON.parse(text) as PersonTemplate
    if (text.includes('\\u0000')) return { texts: [], template: kept }
    const texts = personal.map((field) => {
      const value = kept.find(([key]) => key.toLowerCase() === field)?.[1]
      return typeof value === 'string' ? value : undefined
    })
    const template = kept.map(([key, value]) => [key, withHoles(value, texts)] as const)
    const form = JSON.stringify(template)
    const same = known.get(form)
    if (same === undefined && known.size < mostTemplates) known.set(form, template)
    return { texts, template: same ?? template }
  }
}
