import type { SourceText } from '../../source/text/source-text.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { baseNameOf, folderOf, type HclFiles, isOverride, isReadAlways, setsVariables } from './hcl-files.ts'
import { bodiesOf, type HclBlock, mergedBlocks } from './hcl-overrides.ts'

/** A value that a file sets, before it is evaluated. */
export interface HclSetting {
  readonly value: unknown
}

/** A folder of a configuration. */
export interface HclModule {
  readonly folder: string
  readonly resources: readonly HclBlock[]
  readonly data: readonly HclBlock[]
  readonly calls: readonly HclBlock[]
  /** Values of locals; undefined for one that is declared twice. */
  readonly locals: ReadonlyMap<string, HclSetting | undefined>
  /** Defaults of variables; undefined for one that has none. */
  readonly variables: ReadonlyMap<string, HclSetting | undefined>
}

/** What files of variables set. */
export interface HclVariables {
  readonly folder: string
  /** Terraform reads the file `terraform.tfvars` first, then those that end in `.auto.tfvars` by name. */
  readonly name: string
  readonly isReadAlways: boolean
  readonly values: Mapping
}

/** Blocks with labels, which are keys. */
function blocksIn(source: SourceText, value: unknown, labels: number, path: readonly string[]): readonly HclBlock[] {
  if (labels === 0) return bodiesOf(value).map((body) => ({ source, path, body }))
  return bodiesOf(value).flatMap((named) =>
    Object.entries(named).flatMap(([name, below]) => blocksIn(source, below, labels - 1, [...path, name])),
  )
}

interface ParsedFile {
  readonly source: SourceText
  readonly value: Mapping
}

/** Values by their names; Terraform refuses a name that is declared twice, so that it has none. */
function named(
  ordinary: readonly (readonly [string, HclSetting | undefined])[],
  overrides: readonly (readonly [string, HclSetting | undefined])[],
): ReadonlyMap<string, HclSetting | undefined> {
  const values = new Map<string, HclSetting | undefined>()
  for (const [name, value] of ordinary) values.set(name, values.has(name) ? undefined : value)
  for (const [name, value] of overrides) if (value !== undefined) values.set(name, value)
  return values
}

const settingsOf = ({ body }: HclBlock): readonly (readonly [string, HclSetting])[] =>
  Object.entries(body).map(([name, value]) => [name, { value }] as const)

const defaultOf = ({ path, body }: HclBlock): readonly [string, HclSetting | undefined] => [
  path[1] ?? '',
  Object.hasOwn(body, 'default') ? { value: body['default'] } : undefined,
]

function moduleOf(folder: string, given: readonly ParsedFile[]): HclModule {
  const files = given.toSorted((one, other) => (one.source.name < other.source.name ? -1 : 1))
  const blocks = (kind: string, labels: number, ofOverrides: boolean): readonly HclBlock[] =>
    files.flatMap(({ source, value }) =>
      isOverride(source) === ofOverrides && Object.hasOwn(value, kind)
        ? blocksIn(source, value[kind], labels, [kind])
        : [],
    )
  const merged = (kind: string, labels: number): readonly HclBlock[] =>
    mergedBlocks(blocks(kind, labels, false), blocks(kind, labels, true))
  return {
    folder,
    resources: merged('resource', 2),
    data: merged('data', 2),
    calls: merged('module', 1),
    locals: named(blocks('locals', 0, false).flatMap(settingsOf), blocks('locals', 0, true).flatMap(settingsOf)),
    variables: named(blocks('variable', 1, false).map(defaultOf), blocks('variable', 1, true).map(defaultOf)),
  }
}

/** The modules and files of variables among parsed files. */
export function hclModules(
  sources: readonly SourceText[],
  parsed: HclFiles,
): { readonly modules: ReadonlyMap<string, HclModule>; readonly variables: readonly HclVariables[] } {
  const folders = new Map<string, ParsedFile[]>()
  const variables: HclVariables[] = []
  for (const source of sources) {
    const found = parsed.get(source.name)
    if (found === undefined || !found.ok || !isMapping(found.value)) continue
    const folder = folderOf(source)
    const file = { source, value: found.value }
    if (setsVariables(source)) {
      const name = baseNameOf(source)
      variables.push({ folder, name, isReadAlways: isReadAlways(source), values: found.value })
    } else folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return {
    modules: new Map([...folders].map(([folder, files]) => [folder, moduleOf(folder, files)] as const)),
    variables,
  }
}
