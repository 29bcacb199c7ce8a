import { legWords } from '../../report/wording/nouns.ts'
import { verifierName } from '../../report/wording/outcomes.ts'
import { listed } from '../../report/wording/phrasing.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import { type Child, h } from '../parts/dom.ts'
import { toneWords } from '../state/cell.ts'

interface Half {
  readonly legs: string[]
  readonly verifiers: Set<string>
}

/** The credentials of a session that needs more than one, side by side: for which legs, and who checks each. */
export function credentialHalves(traces: readonly Trace[]): Child {
  const { kind } = sessionVerdict(traces)
  if (kind !== 'conflict' && kind !== 'several-credentials') return undefined
  const halves = new Map<Parameters<typeof toneWords>[0], Half>()
  for (const trace of traces) {
    const verdict = verdictOf(trace)
    if (verdict.kind !== 'signs-in') continue
    const half = halves.get(verdict.credential) ?? { legs: [], verifiers: new Set<string>() }
    halves.set(verdict.credential, half)
    half.legs.push(legWords[trace.request.leg])
    half.verifiers.add(verifierName([trace], verdict.verifier))
  }
  return h(
    'ul',
    { class: 'halves' },
    [...halves].map(([credential, { legs, verifiers }]) => {
      const { name, symbol } = toneWords(credential)
      return h(
        'li',
        { class: `tone-${credential}` },
        h('b', {}, h('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), ` ${name}`),
        h('span', {}, `for the ${listed(legs)}`),
        h('span', {}, 'checked by ', h('bdi', {}, listed([...verifiers]))),
      )
    }),
  )
}
