import { adfsClaims } from '../catalog/adfs-access.ts'
import { applications } from '../catalog/applications.ts'
import { clients } from '../catalog/clients.ts'
import { roles } from '../catalog/roles.ts'
import { rolloutNames } from '../catalog/rollout-states.ts'
import type { Row } from '../catalog/row.ts'
import { vendorTimeline } from '../catalog/vendor-timeline.ts'
import { workloads } from '../catalog/workloads.ts'
import type { DocumentPath } from '../source/document/located-document.ts'
import type { JsonSchema } from '../tenant/schema/parts.ts'
import { tagsOf } from '../tenant/schema-at.ts'
import { policyStates } from '../tenant/settings/conditional-access.ts'
import { type Citation, sources } from '../vocabulary/citations.ts'

/** A valid value at a position, with its description. */
export interface Choice {
  readonly value: string
  readonly title?: string
  readonly citation?: Citation
}

type NamedRow = Row & { readonly name?: string; readonly statement?: string }

const ofRows = (rows: readonly NamedRow[], idOf: (row: NamedRow) => string = ({ id }) => id): readonly Choice[] =>
  rows.map((row) => {
    const title = row.name ?? row.statement
    return { value: idOf(row), ...(title === undefined ? {} : { title }), citation: row.citation }
  })

const rollouts = (): readonly Choice[] => [...rolloutNames(vendorTimeline).keys()].map((value) => ({ value }))

/** The catalog rows that a value may name, by the title in its schema. */
const byTitle = new Map<string, () => readonly Choice[]>([
  ['client', () => ofRows(clients)],
  ['a client', () => ofRows(clients)],
  ['role', () => ofRows(roles, ({ id, name }) => name ?? id)],
  ['a role', () => ofRows(roles, ({ id, name }) => name ?? id)],
  ['application', () => ofRows(applications)],
  ['workload', () => ofRows(workloads)],
  ['claim', () => ofRows(adfsClaims)],
  ['change', rollouts],
])

/** The same, by the key of a Graph object. */
const byGraphKey = new Map<string, () => readonly Choice[]>([
  ['state', () => policyStates.map((value) => ({ value }))],
  ['includeRoles', () => ofRows(roles)],
  ['excludeRoles', () => ofRows(roles)],
  ['includeApplications', () => ofRows(applications)],
  ['excludeApplications', () => ofRows(applications)],
])

const isIndex = (step: string | number | undefined): boolean => /^\d+$/.test(String(step))

/** Catalog rows that the value at a path may name. */
export function catalogChoices(path: DocumentPath, title: string | undefined): readonly Choice[] {
  const [parent, key] = path.slice(-2)
  const graph = path[0] === 'conditionalAccess' ? byGraphKey.get(String(isIndex(key) ? parent : key)) : undefined
  return (graph ?? byTitle.get(title ?? ''))?.() ?? []
}

/** The catalog row that a value names. */
export function catalogChoice(path: DocumentPath, title: string | undefined, value: string): Choice | undefined {
  return catalogChoices(path, title).find((one) => one.value.toLowerCase() === value.toLowerCase())
}

/** The values that a schema enumerates. */
export function schemaChoices(schema: JsonSchema | undefined): readonly Choice[] {
  if (schema === undefined) return []
  const { enum: listed, const: only, type, examples } = schema
  const words = Array.isArray(listed) ? listed : only !== undefined ? [only] : []
  const flags = type === 'boolean' || (Array.isArray(type) && type.includes('boolean')) ? [true, false] : []
  const samples = words.length + flags.length === 0 && Array.isArray(examples) ? examples : []
  return [...words, ...flags, ...samples].map((value) => ({ value: String(value) }))
}

/** The tags of a union, if the path ends at its tag. */
export function tagChoices(root: JsonSchema, parent: JsonSchema | undefined, key: string): readonly Choice[] {
  const discriminator = parent?.['discriminator']
  if (parent === undefined || typeof discriminator !== 'object' || discriminator === null) return []
  if (!('propertyName' in discriminator) || discriminator.propertyName !== key) return []
  return tagsOf(root, parent).map((value) => ({ value }))
}

/** A page as a link. */
export function linkOf({ source, section }: Citation): string {
  const { title, url } = sources[source]
  return `[${title}${section === undefined ? '' : `, ${section}`}](${url})`
}
