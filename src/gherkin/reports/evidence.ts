import { type Diagram, sessionDiagram } from '../../report/drawing/diagram.ts'
import type { LivingEvidence } from '../../report/pages/living-data.ts'
import { decisionLines, legWords } from '../scenario/expectation.ts'
import type { Session } from '../scenario/session.ts'

/** What shows how sign-ins went, each once however many sign-ins it is true of. */
export interface EvidenceStore {
  /** The evidence of a sign-in, by its place in the list. */
  readonly placeOf: (session: Session) => number
  readonly list: readonly LivingEvidence[]
}

/** An empty store. */
export function evidenceStore(): EvidenceStore {
  const list: LivingEvidence[] = []
  const places = new Map<string, number>()
  return {
    list,
    placeOf: (session) => {
      const evidence = evidenceOf(session)
      const key = JSON.stringify(evidence)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, list.length)
      return list.push(evidence) - 1
    },
  }
}

function evidenceOf({ request, traces }: Session): LivingEvidence {
  return {
    client: request.client,
    diagram: withoutSteps(sessionDiagram(traces, { title: '', legend: false })),
    legs: traces.map((trace) => ({ name: legWords(trace), lines: decisionLines(trace).map((line) => line.trim()) })),
  }
}

/** The drawing alone: the steps behind it are not shown here. */
const withoutSteps = (diagram: Diagram): Diagram => ({
  ...diagram,
  items: diagram.items.map((item) => {
    if (!('of' in item)) return item
    const { of: _, ...drawn } = item
    return drawn
  }),
})
