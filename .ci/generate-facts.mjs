// Code for facts by their own names: a property that is read by a name known only at run time costs ten times as much,
// and copying by a loop over the names a hundred times. The table of facts is the source.

const property = (name, text) => `  ${name}: ${text},`

/** The place of a value among others by comparing it with each: a loop over them takes several times as long. */
const placeAmong = (values) => values.map((value, at) => `value === '${value}' ? ${at} : `).join('') + values.length

/** The module text for facts by name, each with its values. */
export function factShapeModule(domains) {
  const names = Object.keys(domains)
  return `// Generated from vocabulary/facts.ts.
import type { FactName, LegFacts } from '../../vocabulary/facts.ts'

/** The place of the value of each fact among its values; behind the last where the fact is missing. */
export const places: { readonly [F in FactName]: (facts: LegFacts) => number } = {
${names.map((name) => property(name, `({ ${name}: value }) => (${placeAmong(domains[name])})`)).join('\n')}
}

/** All facts as properties of an instance: V8 keeps an object literal of 128 properties or more as a dictionary, ten times slower. */
class Facts {
${names.map((name) => `  declare readonly ${name}: LegFacts['${name}'] | undefined`).join('\n')}

  constructor(facts: LegFacts) {
${names.map((name) => `    this.${name} = facts.${name}`).join('\n')}
  }
}

/** Copies facts into an object that has every fact, in one shape for all. */
export function copyOfFacts(facts: LegFacts): LegFacts {
  // A fact that is not filled in is there and undefined, which reads as absent.
  return new Facts(facts) as LegFacts
}
`
}
