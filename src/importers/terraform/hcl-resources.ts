import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { SourceRange, SourceText } from '../../source/text/source-text.ts'
import type { Placed } from '../placed.ts'
import { folderOf, type HclFiles } from './hcl-files.ts'
import { type HclInstance, hclInstance, hclValueOf, repetitionsOf, timesOf } from './hcl-instance.ts'
import { type HclModule, hclModules } from './hcl-module.ts'
import { type HclBlock, sourceOfPart } from './hcl-overrides.ts'
import { type HclPlaces, hclPlaces } from './hcl-places.ts'
import type { HclScope, HclValue, OpenReason } from './hcl-value.ts'
import { variablesOf } from './hcl-variables.ts'
import type { Resource } from './resources.ts'

/** Resources of a configuration, and what of it only Terraform can compute. */
export interface HclResources {
  readonly resources: readonly Resource[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Limits for nested modules and for values of one resource; a larger configuration is designed to exhaust a reader. */
const limits = { depth: 8, calls: 2000, values: 20_000, resources: 20_000 } as const

/** Arguments of Terraform itself, which no provider sees. */
const meta: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'connection',
  'provisioner',
  'timeouts',
])

/** Attributes to read; all of them for other resource types. User resources also contain a password. */
const attributes: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /_user$/,
    new Set(['user_principal_name', 'display_name', 'user_type', 'account_enabled', 'onpremises_sync_enabled']),
  ],
  [/_group$/, new Set(['display_name', 'security_enabled', 'members'])],
]

interface Reading {
  readonly places: (source: SourceText) => HclPlaces
  readonly resources: Resource[]
  readonly diagnostics: Diagnostic[]
  calls: number
  /** The first resource beyond the limit. */
  tooMany: SourceRange | undefined
}

interface Part {
  readonly block: HclBlock
  readonly address: string
  readonly reading: Reading
  left: number
}

const placeOf = ({ places }: Reading, block: HclBlock, path: readonly string[]): SourceRange =>
  places(sourceOfPart(block, path))([...block.path, ...path])

function report({ block, address, reading }: Part, path: readonly string[], reason: OpenReason): void {
  const at = placeOf(reading, block, path)
  reading.diagnostics.push({ code: 'IMP-36', args: { of: [address, ...path].join('.'), reason }, at })
}

/** A value with its places, without what is open; `isOpen` is called for each of those. */
function placed(part: Part, value: HclValue, path: readonly string[], isOpen: () => void): Placed | undefined {
  const at = () => placeOf(part.reading, part.block, path)
  part.left -= 1
  if (value.kind === 'open' || part.left < 0) {
    // One report represents all values beyond the limit.
    if (part.left >= -1) report(part, path, value.kind === 'open' ? value.reason : 'limit')
    isOpen()
    return undefined
  }
  if (value.kind === 'plain') return { at, value: value.value }
  if (value.kind === 'list')
    return {
      at,
      items: value.items.map((item) => placed(part, item, path, isOpen)).filter((item) => item !== undefined),
    }
  const fields = [...value.fields].flatMap(([key, below]): readonly (readonly [string, Placed])[] => {
    if (meta.has(key)) return []
    if (key === 'dynamic') {
      const labels = below.kind === 'object' ? [...below.fields.keys()] : []
      for (const label of labels) report(part, [...path, key, label], 'repeated')
      isOpen()
      return []
    }
    const made = placed(part, below, [...path, key], isOpen)
    return made === undefined ? [] : [[key, made]]
  })
  return { at, fields: new Map(fields) }
}

const isPolicy = (type: string): boolean => /conditional_access_policy$/.test(type)

/** Reads a block: each of its repetitions, where they are known. */
function readResource(reading: Reading, { prefix, scope }: HclInstance, block: HclBlock, isData: boolean): void {
  const [, type = '', name = ''] = block.path
  const address = `${prefix}${isData ? 'data.' : ''}${type}.${name}`
  const repetitions = repetitionsOf(block, scope)
  if (repetitions === undefined) readInstance(reading, block, address, scope, timesOf(block, scope))
  for (const one of repetitions ?? [])
    readInstance(reading, block, `${address}[${JSON.stringify(one.key)}]`, one.scope, 'once')
}

function readInstance(
  reading: Reading,
  block: HclBlock,
  address: string,
  scope: HclScope,
  times: ReturnType<typeof timesOf>,
): void {
  const [, type = ''] = block.path
  if (times === 'never') return
  if (reading.resources.length >= limits.resources) {
    reading.tooMany ??= placeOf(reading, block, [])
    return
  }
  const part: Part = { block, address, reading, left: limits.values }
  const read = attributes.find(([of]) => of.test(type))?.[1]
  const unknown: Record<string, true> = {}
  const fields = new Map<string, Placed>()
  if (times === 'open') {
    if (block.flaw !== undefined) report(part, [], block.flaw)
    else report(part, [Object.hasOwn(block.body, 'for_each') ? 'for_each' : 'count'], 'repeated')
    // One policy represents all of them, and what it decides stays undetermined.
    if (!isPolicy(type)) return
    unknown['conditions'] = true
  }
  for (const [key, value] of Object.entries(block.body)) {
    if (meta.has(key) || (read !== undefined && !read.has(key))) continue
    const made = placed(part, hclValueOf({ [key]: value }, scope), [], () => {
      unknown[key] = true
    })
    const below = made?.fields?.get(key)
    if (below !== undefined) fields.set(key, below)
  }
  const at = () => placeOf(reading, block, [])
  reading.resources.push({ type, values: { at, fields }, unknown, source: block.source, address })
}

/** The folder of a module call, relative to its own; undefined for a remote module. */
function calledFolder({ source, body }: HclBlock): string | undefined {
  const from = body['source']
  if (typeof from !== 'string' || !/^\.\.?\//.test(from)) return undefined
  const steps: string[] = []
  for (const step of `${folderOf(source)}${from}`.split('/')) {
    if (step === '' && steps.length > 0) continue
    if (step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.length === 0 ? '' : `${steps.join('/')}/`
}

const notArguments: ReadonlySet<string> = new Set(['source', 'version', 'providers', 'depends_on', 'count', 'for_each'])

/** Whether a data source names a user or a group; others look up what they do not state. */
const isNamed = ({ path: [, type = ''], body }: HclBlock): boolean =>
  (/_group$/.test(type) && Object.hasOwn(body, 'display_name')) ||
  (/_user$/.test(type) && Object.hasOwn(body, 'user_principal_name'))

function readModule(
  reading: Reading,
  modules: ReadonlyMap<string, HclModule>,
  instance: HclInstance,
  depth: number,
): void {
  const { module, scope, prefix } = instance
  for (const block of module.resources) readResource(reading, instance, block, false)
  for (const block of module.data) if (isNamed(block)) readResource(reading, instance, block, true)
  for (const block of module.calls) {
    const address = `${prefix}module.${block.path[1] ?? ''}`
    const times = timesOf(block, scope)
    if (times === 'never') continue
    const callee = modules.get(calledFolder(block) ?? '\0')
    reading.calls += 1
    const isTooMuch = depth >= limits.depth || reading.calls > limits.calls
    if (callee === undefined || times === 'open' || isTooMuch) {
      const without = times === 'open' ? (block.flaw ?? 'repeated') : callee === undefined ? 'module' : 'limit'
      report({ block, address, reading, left: 0 }, [], without)
      continue
    }
    const given = Object.entries(block.body).filter(([key]) => !notArguments.has(key))
    const variables = new Map(given.map(([name, value]) => [name, hclValueOf(value, scope)] as const))
    readModule(reading, modules, hclInstance(callee, `${address}.`, variables), depth + 1)
  }
}

/** The resources of configurations, with what they state in literals, locals, variables and references. */
export function hclResources(sources: readonly SourceText[], parsed: HclFiles): HclResources {
  const { modules, variables } = hclModules(sources, parsed)
  const called = new Set([...modules.values()].flatMap(({ calls }) => calls.map(calledFolder)))
  const uncalled = [...modules.keys()].filter((folder) => !called.has(folder))
  // Modules that call each other in a circle have no root.
  const roots = uncalled.length === 0 ? [...modules.keys()] : uncalled
  const known = new Map<SourceText, HclPlaces>()
  const places = (source: SourceText): HclPlaces => {
    const made = known.get(source) ?? hclPlaces(source)
    known.set(source, made)
    return made
  }
  const reading: Reading = { places, resources: [], diagnostics: [], calls: 0, tooMany: undefined }
  for (const root of roots) {
    const module = modules.get(root)
    if (module === undefined) continue
    readModule(reading, modules, hclInstance(module, '', variablesOf(root, roots, variables)), 0)
  }
  const { resources, diagnostics, tooMany } = reading
  if (tooMany === undefined) return { resources, diagnostics }
  return { resources: [], diagnostics: [{ code: 'IMP-37', args: { limit: limits.resources }, at: tooMany }] }
}
