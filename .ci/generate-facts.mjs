// Code for facts by their own names: a property that is read by a name known only at run time costs ten times as much,
// and copying by a loop over the names a hundred times. The table of facts is the source.

const property = (name, text) => `  ${name}: ${text},`

/** The module text for a list of fact names. */
export function factShapeModule(names) {
  return `// Generated from vocabulary/facts.ts.
import type { FactName, LegFacts } from '../../vocabulary/facts.ts'

/** Reads each fact by its own name. */
export const readers: { readonly [F in FactName]: (facts: LegFacts) => string | undefined } = {
${names.map((name) => property(name, `(facts) => facts.${name}`)).join('\n')}
}

/** Copies facts into an object that has every fact, in one shape for all. */
export function copyOfFacts(facts: LegFacts): LegFacts {
  const copy: { [F in FactName]: LegFacts[F] } = {
  ${names.map((name) => property(name, `facts.${name}`)).join('\n  ')}
  }
  // A fact that is not filled in is there and undefined, which reads as absent.
  return copy as LegFacts
}
`
}
