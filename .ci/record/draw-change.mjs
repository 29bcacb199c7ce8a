// Changes of tenants drawn at random: what the schema or another tenant of the library has at a place.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { dates } from './dates.mjs'
import { disputeChange } from './dispute-change.mjs'
import { methodsChange } from './methods-palette.mjs'
import { policyPalette } from './policy-palette.mjs'
import { clientChange, deviceChange, specialValues } from './special-values.mjs'

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Files of the library, and what can be written at each kind of place. */
export function readLibrary(schema, vocabulary) {
  const files = readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => name.slice(0, -'.yaml'.length))
  const documents = new Map(files.map((file) => [file, parse(readFileSync(`scenarios/${file}.yaml`, 'utf8'))]))
  const seen = new Map()
  const note = (pattern, value) => {
    const values = seen.get(pattern) ?? new Map()
    seen.set(pattern, values)
    const text = JSON.stringify(value)
    // What is long is made of parts, which are drawn one by one.
    if (text.length < 500) values.set(text, value)
  }
  const walk = (value, pattern) => {
    note(pattern, value)
    if (Array.isArray(value)) for (const item of value) walk(item, `${pattern}/*`)
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) walk(item, `${pattern}/${key}`)
  }
  for (const document of documents.values()) walk(document, '')
  return { files, documents, seen, schema, vocabulary, vendorDates: vendorDatesOf(vocabulary) }
}

/** The days on which the vendor changed something, and those that tell older tenants from newer ones. */
const vendorDatesOf = ({ vendorTimeline }) => [
  ...new Set(
    vendorTimeline.flatMap(({ from, createdFrom, createdBefore }) =>
      [from, createdFrom, createdBefore].filter((one) => one !== undefined),
    ),
  ),
]

function resolved(library, schema) {
  let at = schema
  while (at?.$ref !== undefined) at = library.schema.definitions[at.$ref.slice('#/definitions/'.length)]
  return at ?? {}
}

const durations = ['PT0S', 'PT5M', 'PT1H', 'PT12H', 'P1D', 'P20D', 'P100D']

/** Values that a place can have by its schema. */
function byForm(schema, vendorDates = []) {
  if (schema.enum !== undefined) return schema.enum
  const types = [schema.type].flat()
  const own = types.flatMap((type) => (type === 'boolean' ? [true, false] : type === 'null' ? [null] : []))
  if (schema.$comment === 'instant') return [...own, ...dates, ...vendorDates]
  if (schema.$comment === 'duration') return [...own, ...durations]
  if (types.includes('integer')) return [...own, schema.minimum ?? 0, (schema.minimum ?? 0) + 1, 90]
  return [...own, ...(schema.examples ?? [])]
}

/** Every place of a document that can be changed, with its pattern and its schema. */
function placesOf(library, document) {
  const places = []
  const walk = (value, path, pattern, given) => {
    const schema = resolved(library, given)
    if (path.length > 0) places.push({ path, pattern, schema, value })
    if (Array.isArray(value)) {
      const items = schema.items ?? {}
      for (const [at, item] of value.entries()) walk(item, [...path, at], `${pattern}/*`, items)
      places.push({
        path: [...path, value.length],
        pattern: `${pattern}/*`,
        schema: resolved(library, items),
        isNew: true,
      })
    } else if (isObject(value)) {
      const properties = { ...schema.properties }
      const keys = new Set([...Object.keys(properties), ...Object.keys(value)])
      for (const key of keys) {
        const below = [properties[key] ?? schema.additionalProperties ?? {}].map((one) =>
          one === false || one === true ? {} : one,
        )[0]
        if (value[key] === undefined)
          places.push({
            path: [...path, key],
            pattern: `${pattern}/${key}`,
            schema: resolved(library, below),
            isNew: true,
          })
        else walk(value[key], [...path, key], `${pattern}/${key}`, below)
      }
    }
  }
  walk(document, [], '', library.schema)
  return places.filter(
    ({ pattern }) => !/^\/(name|description)$|displayName$|\/users\/\*\/userPrincipalName$|^\/events$/.test(pattern),
  )
}

const itemLists = (schema, choose, library) => {
  const items = resolved(library, schema.items)
  const values = byForm(items)
  if (values.length === 0) return []
  return [[], [choose(values)], [choose(values), choose(values)].filter((one, at, all) => all.indexOf(one) === at)]
}

/** Something that the schema allows, with names that the document has. */
function made(library, document, given, next, depth = 0) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const schema = resolved(library, given)
  const values = byForm(schema)
  if (values.length > 0 && (schema.type !== 'array' || next() < 0.3)) return choose(values)
  const type = choose([schema.type].flat())
  if (type === 'object' && depth < 4) {
    const required = schema.required ?? []
    const entries = Object.entries(schema.properties ?? {})
      .filter(([key]) => required.includes(key) || next() < 0.35)
      .map(([key, below]) => [key, made(library, document, below, next, depth + 1)])
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  if (type === 'array' && depth < 4)
    return Array.from({ length: 1 + Math.floor(next() * 2) }, () =>
      made(library, document, schema.items ?? {}, next, depth + 1),
    )
  return type === 'string' ? choose(namesIn(document)) : undefined
}

/** The names of a document: of domains, providers, networks, groups, people and so on. */
function namesIn(document) {
  const names = ['Anything', 'contoso.com', '203.0.113.0/24', '198.51.100.7']
  const walk = (value) => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    else if (isObject(value))
      for (const [key, item] of Object.entries(value)) {
        if (typeof item === 'string' && /^(name|id|displayName|userPrincipalName|product)$/.test(key)) names.push(item)
        walk(item)
      }
  }
  walk(document)
  return names
}

/** Methods are changed more often where there is a policy about them. */
const shareOfMethods = ({ authenticationMethodsPolicy }) => (authenticationMethodsPolicy === undefined ? 0.12 : 0.25)

/** One change of a document; undefined where none was found. */
export function drawChange(library, document, next, places = placesOf(library, document)) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const kind = next()
  if (kind < 0.25) return policyChange(library.vocabulary, document, next)
  if (kind < 0.33) return clientChange(document, library.vocabulary, next)
  if (kind < 0.36) return deviceChange(document, next)
  if (kind < 0.36 + shareOfMethods(document)) return methodsChange(library.vocabulary, document, next)
  const place = choose(places)
  // A place that few documents have is as good as one that all have: patterns first, then places.
  const patterns = [...new Set(places.map(({ pattern }) => pattern))]
  const pattern = next() < 0.7 ? choose(patterns) : place.pattern
  const chosen = choose(places.filter((one) => one.pattern === pattern))
  const { path, schema, value, isNew } = chosen
  if (!isNew && next() < 0.2) return [path]
  const seen = [...(library.seen.get(pattern)?.values() ?? [])]
  const from = [
    ...byForm(schema, library.vendorDates),
    ...specialValues(pattern, document),
    ...(schema.type === 'array' ? itemLists(schema, choose, library) : []),
    ...(next() < 0.5 ? seen : seen.slice(0, 6)),
  ].filter((one) => JSON.stringify(one) !== JSON.stringify(value))
  const whole = from.length === 0 || next() < 0.2 ? made(library, document, schema, next) : undefined
  const put = whole ?? (from.length === 0 ? undefined : choose(from))
  if (put === undefined) return undefined
  return !isNew && next() < 0.15 ? disputeChange(document, chosen, put, next) : [path, put]
}

function policyChange(vocabulary, document, next) {
  const policies = document.conditionalAccess?.policies
  if (!Array.isArray(policies) || next() < 0.3) {
    const made = Array.from({ length: 1 + Math.floor(next() * 3) }, (_, at) =>
      policyPalette(vocabulary, document, next, at),
    )
    if (Array.isArray(policies)) return [['conditionalAccess', 'policies'], made]
    return [['conditionalAccess'], { namedLocations: policyPalette.places, policies: made }]
  }
  return [
    ['conditionalAccess', 'policies', policies.length],
    policyPalette(vocabulary, document, next, policies.length + Math.floor(next() * 1000)),
  ]
}

/** Applies one change to a document of one's own. */
export function applyChange(root, [path, value]) {
  let parent = root
  for (const key of path.slice(0, -1)) parent = parent?.[key]
  const last = path.at(-1)
  if (Array.isArray(parent))
    parent.splice(last, value === undefined || last < parent.length ? 1 : 0, ...(value === undefined ? [] : [value]))
  else if (isObject(parent)) {
    if (value === undefined) delete parent[last]
    else parent[last] = value
  }
}
