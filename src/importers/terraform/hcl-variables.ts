import { hclValueOf } from './hcl-instance.ts'
import type { HclVariables } from './hcl-module.ts'
import { type HclValue, openValue } from './hcl-value.ts'

const literal = (value: unknown): HclValue => hclValueOf(value, () => openValue('computed'))

/** The folder of the module that a file of variables is for: its own, otherwise the nearest one around it. */
function moduleOf(folder: string, roots: readonly string[]): string | undefined {
  return roots.filter((root) => folder.startsWith(root)).sort((one, other) => other.length - one.length)[0]
}

const inOrder = (one: HclVariables, other: HclVariables): number => {
  const [isFirst, isSecond] = [one, other].map(({ name }) => /^terraform\.tfvars/i.test(name))
  if (isFirst !== isSecond) return isFirst === true ? -1 : 1
  return one.name < other.name ? -1 : 1
}

/**
 * The variable values of a module from files. Files that Terraform only reads if a command names them count as well; if
 * they contradict each other or the automatic ones, the value is unknown.
 */
export function variablesOf(
  root: string,
  roots: readonly string[],
  files: readonly HclVariables[],
): ReadonlyMap<string, HclValue> {
  const own = files.filter(({ folder }) => moduleOf(folder, roots) === root)
  const values = new Map<string, HclValue>()
  const always = new Map<string, unknown>()
  const isAlways = ({ folder, isReadAlways }: HclVariables): boolean => isReadAlways && folder === root
  for (const { values: given } of own.filter(isAlways).toSorted(inOrder))
    for (const [name, value] of Object.entries(given)) always.set(name, value)
  for (const [name, value] of always) values.set(name, literal(value))
  const named = own.filter((file) => !isAlways(file))
  for (const name of new Set(named.flatMap(({ values: given }) => Object.keys(given)))) {
    const given = named.flatMap(({ values: stated }) => (Object.hasOwn(stated, name) ? [stated[name]] : []))
    const before = always.has(name) ? [always.get(name)] : []
    const texts = new Set([...before, ...given].map((value) => JSON.stringify(value)))
    values.set(name, texts.size === 1 ? literal(given[0]) : openValue('several'))
  }
  return values
}
