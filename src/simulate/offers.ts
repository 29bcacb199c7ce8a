import type { Flow } from '../vocabulary/protocols.ts'
import type { Answers, RuleId } from '../vocabulary/questions.ts'

/** How a service withholds a flow that it has. */
export type Closed = Exclude<Answers['service-offer' | 'service-gate'], 'offered' | 'not-offered' | 'open'>

/** What a service says about one flow. */
export interface Offer {
  readonly flow: Flow
  readonly state: Answers['service-offer' | 'service-gate'] | 'unknown'
  readonly rule: RuleId
  readonly missing: readonly string[]
}

/** The first of the client's flows that is open, otherwise the first that the service has and withholds. */
export interface Found {
  readonly flow?: Flow
  readonly withheld?: { readonly state: Closed; readonly rule: RuleId }
  readonly open?: { readonly missing: readonly string[]; readonly rule: RuleId }
}

/** The flow that a client uses which tries these in turn. */
export function firstOpen(tries: readonly Flow[], offers: readonly Offer[]): Found {
  let withheld: Found['withheld']
  for (const flow of tries) {
    const offer = offers.find((one) => one.flow === flow)
    const state = offer?.state
    if (offer === undefined || state === undefined || state === 'not-offered' || state === 'offered') continue
    if (state === 'unknown') return { open: offer }
    if (state === 'open') return { flow }
    withheld ??= { state, rule: offer.rule }
  }
  return withheld === undefined ? {} : { withheld }
}

/** Whether a client uses one flow, or is refused by one rule, whichever of these orders it has. */
export function endAlike(ways: readonly (readonly Flow[])[], offers: readonly Offer[]): boolean {
  const ends = ways.map((tries) => firstOpen(tries, offers))
  const [first, ...others] = ends
  if (first === undefined || others.length === 0 || ends.some(({ open }) => open !== undefined)) return false
  return others.every(({ flow, withheld }) => flow === first.flow && withheld?.rule === first.withheld?.rule)
}
