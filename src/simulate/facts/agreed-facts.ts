import { copyOfFacts } from '../../rules/generated/fact-shape.ts'
import { type FactName, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'

/** Adds facts of a leg; where exports disagree on settings, those that are the same under each value that they state. */
export function addAgreed(
  facts: LegFacts,
  context: LegPathContext,
  add: (facts: LegFacts, context: LegPathContext) => void,
): void {
  const [first = context, ...others] = context.readings ?? []
  const before = others.length === 0 ? facts : copyOfFacts(facts)
  add(facts, first)
  for (const reading of others) {
    const found = copyOfFacts(before)
    add(found, reading)
    // The keys of facts are their names.
    for (const name of Object.keys(found) as FactName[]) if (found[name] !== facts[name]) setMissing(facts, name)
  }
}

function setMissing(facts: { [Name in FactName]?: unknown }, name: FactName): void {
  facts[name] = missing
}
