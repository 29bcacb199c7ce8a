import { hclValueOf } from './hcl-instance.ts'
import type { HclVariables } from './hcl-module.ts'
import { type HclValue, openValue } from './hcl-value.ts'

const literal = (value: unknown): HclValue => hclValueOf(value, () => openValue('computed'))

/** The folder of the module that a file of variables is for: its own, otherwise the nearest one around it. */
function moduleOf(folder: string, roots: readonly string[]): string | undefined {
  return roots.filter((root) => folder.startsWith(root)).sort((one, other) => other.length - one.length)[0]
}

/**
 * The values that files give the variables of a module. A file that Terraform reads only where a command names it
 * counts as well; where such files differ, nobody knows which one is meant.
 */
export function variablesOf(
  root: string,
  roots: readonly string[],
  files: readonly HclVariables[],
): ReadonlyMap<string, HclValue> {
  const own = files.filter(({ folder }) => moduleOf(folder, roots) === root)
  const values = new Map<string, HclValue>()
  for (const { values: given } of own.filter(({ isReadAlways }) => isReadAlways))
    for (const [name, value] of Object.entries(given)) values.set(name, literal(value))
  const named = own.filter(({ isReadAlways }) => !isReadAlways)
  for (const name of new Set(named.flatMap(({ values: given }) => Object.keys(given)))) {
    const texts = new Set(named.map(({ values: given }) => JSON.stringify(given[name])))
    const [first] = named.flatMap(({ values: given }) => (Object.hasOwn(given, name) ? [given[name]] : []))
    values.set(name, texts.size === 1 ? literal(first) : openValue('several'))
  }
  return values
}
