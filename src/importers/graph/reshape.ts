import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { type Fields, fieldsOf } from './recognize.ts'
import { documentOfParts, flattened, type Part } from './rewritten.ts'

/** An object in the form of Graph, converted from another form. */
export interface GraphShaped {
  readonly value: Mapping
  readonly document: Part['document']
  /** It is a template, which is never in force. */
  readonly isTemplate?: true
}

type Parts = Map<string, Part>

function partsOf(whole: Part, value: Mapping, path: Part['path']): Parts {
  return new Map(
    Object.entries(value).map(([key, part]) => [key, { value: part, document: whole.document, path: [...path, key] }]),
  )
}

const keyOf = (value: Mapping, name: string): string | undefined =>
  Object.keys(value).find((key) => key.toLowerCase() === name)

/** Objects of the SDKs keep unknown fields one level below. */
function ofSdk(whole: Part, value: Mapping): Parts | undefined {
  const flat = flattened(value)
  if (flat === value || !isMapping(flat)) return undefined
  const parts = partsOf(whole, value, whole.path)
  const extra = Object.keys(value).find((key) => /^additional(?:properties|data)$/i.test(key) && isMapping(value[key]))
  if (extra !== undefined) {
    parts.delete(extra)
    const own = partsOf(whole, Object(value[extra]), [...whole.path, extra])
    for (const [key, part] of own) if (!parts.has(key)) parts.set(key, part)
  }
  return parts
}

const templateParts = ['conditions', 'grantcontrols', 'sessioncontrols']

/** A policy template: its parts are below `details`, and it is not enforced. */
function ofTemplate(whole: Part, value: Mapping, fields: Fields): Parts | undefined {
  const details = keyOf(value, 'details')
  const below = details === undefined ? undefined : value[details]
  if (details === undefined || !isMapping(below) || !fieldsOf(below).has('conditions')) return undefined
  const parts: Parts = new Map()
  const named = (from: Mapping, path: Part['path'], key: string | undefined, as: string): void => {
    if (key !== undefined) parts.set(as, { value: from[key], document: whole.document, path: [...path, key] })
  }
  named(value, whole.path, keyOf(value, 'id'), 'id')
  named(value, whole.path, keyOf(value, fields.has('displayname') ? 'displayname' : 'name'), 'displayName')
  parts.set('state', { ...whole, value: 'disabled' })
  for (const key of Object.keys(below).filter((name) => templateParts.includes(name.toLowerCase())))
    parts.set(key, { value: below[key], document: whole.document, path: [...whole.path, details, key] })
  return parts
}

const rangeOf = (range: unknown): unknown => (typeof range === 'string' ? { cidrAddress: range } : range)

/** A location in the form of reports: identified by `name`, with its ranges as plain text. */
function ofLocation(whole: Part, value: Mapping, fields: Fields): Parts | undefined {
  const isLocation = fields.has('ipranges') || fields.has('countriesandregions')
  const ranges = fields.get('ipranges')
  const plain = Array.isArray(ranges) && ranges.some((range) => typeof range === 'string')
  const unnamed = !fields.has('displayname') && fields.has('name')
  if (!isLocation || !(plain || unnamed)) return undefined
  return new Map(
    [...partsOf(whole, value, whole.path)].map(([key, part]): readonly [string, Part] => {
      if (unnamed && key.toLowerCase() === 'name') return ['displayName', part]
      if (key.toLowerCase() === 'ipranges' && Array.isArray(ranges))
        return [key, { ...part, value: ranges.map(rangeOf) }]
      return [key, part]
    }),
  )
}

/** The object in the form of Graph, converted from the form of a program or a report. */
export function reshaped(whole: Part & { readonly value: Mapping }): GraphShaped | undefined {
  const fields = fieldsOf(whole.value)
  const template = ofTemplate(whole, whole.value, fields)
  const parts = template ?? ofSdk(whole, whole.value) ?? ofLocation(whole, whole.value, fields)
  if (parts === undefined) return undefined
  const document = documentOfParts(whole, parts)
  if (!isMapping(document.value)) return undefined
  return { value: document.value, document, ...(template === undefined ? {} : { isTemplate: true }) }
}
