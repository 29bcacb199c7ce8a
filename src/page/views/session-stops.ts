import type { Diagram } from '../../report/drawing/diagram.ts'
import { type ExplainedStep, explainLeg } from '../../report/text/explanation.ts'
import { ruleById } from '../../rules/index.ts'
import type { Step, Trace } from '../../trace/step.ts'
import { type Child, h } from '../parts/dom.ts'
import { citationLink, ruleLink } from './citing.ts'
import type { Stop } from './picture-viewer.ts'

interface Told {
  readonly sentence: string
  /** What was decided since the message before it. */
  readonly decided: readonly ExplainedStep[]
}

/** Every message and note of a session in each of its drawings, with what was decided for it, by which rule and which page. */
export function sessionStops(
  diagram: Diagram,
  pictures: readonly SVGElement[],
  traces: readonly Trace[],
): readonly Stop[] {
  const told = new Map(traces.flatMap(toldOf))
  return diagram.items.flatMap((item, index): readonly Stop[] => {
    if (item.kind !== 'arrow' && item.kind !== 'note') return []
    const drawn = pictures.map((picture) => [...picture.querySelectorAll(`[data-item="${index}"]`)])
    const steps = item.of === undefined ? [] : [item.of].flat()
    const found = steps.flatMap((step) => told.get(step) ?? [])
    const words = item.kind === 'arrow' ? item.text : item.texts.join(' ')
    const decided = found.flatMap((one) => one.decided)
    const described = found.length === 0 ? words : found.map(({ sentence }) => sentence).join(' ')
    for (const [first] of drawn) describe(first, described, decided)
    // A note of decisions says each with its reason.
    const own = decided.length > 0 && item.kind === 'note'
    const heading = (): Child => !own && h('p', { class: 'step-words' }, found[0]?.sentence ?? words)
    return [{ parts: drawn.flat(), says: () => [heading(), decided.map(reasonOf)] }]
  })
}

/** Shown where the pointer rests: who, and by which rule. */
function describe(part: Element | undefined, words: string, decided: readonly ExplainedStep[]): void {
  if (part === undefined) return
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = [
    words,
    ...decided.flatMap(({ reason }) => (reason ? `${reason.rule}: ${reason.statement}` : [])),
  ].join('\n')
  part.prepend(title)
}

function toldOf(trace: Trace): readonly (readonly [Step, Told])[] {
  const explained = new Map(explainLeg(trace, ruleById).steps.map((one) => [one.step, one]))
  const told: (readonly [Step, Told])[] = []
  let since: ExplainedStep[] = []
  for (const step of trace.steps) {
    const one = explained.get(step)
    if (one === undefined) continue
    if (step.kind === 'decision') {
      since.push(one)
      told.push([step, { sentence: one.sentence, decided: [one] }])
    } else if (step.kind === 'message' || step.kind === 'prompt') {
      told.push([step, { sentence: one.sentence, decided: since }])
      since = []
    } else told.push([step, { sentence: one.sentence, decided: [] }])
  }
  return told
}

function reasonOf({ sentence, reason }: ExplainedStep): Child {
  if (reason === undefined) return undefined
  const { rule, statement, basis, citation } = reason
  return h(
    'div',
    { class: 'step-reason' },
    h('p', {}, h('b', {}, sentence), ' ', ruleLink(rule), ` ${statement}`),
    h('p', { class: 'hint' }, basis === 'documented' ? 'Documented: ' : 'Inferred from: ', citationLink(citation)),
  )
}
