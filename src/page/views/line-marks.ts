import { type LineUse, type Understanding, understand } from '../../analysis/understanding.ts'
import { factWords } from '../../report/wording/facts.ts'
import { listed } from '../../report/wording/phrasing.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { counted } from '../../vocabulary/counted.ts'
import { h } from '../parts/dom.ts'
import { button } from '../parts/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { App } from '../state/app.ts'
import type { State } from '../state/state.ts'
import { work } from '../state/work.ts'

/** Sign-ins that are played for the marks without being asked for. */
const mostUnasked = 12_000
const perPiece = 40

/** Everyone of the file itself, and one user of each class beside it. */
function everyoneIn({ tenant, population }: Plan): Tenant {
  return { ...population.tenant, users: new Map([...population.tenant.users, ...tenant.users]) }
}

/** Marks the lines of the file that decisions read, and says above them what the marks mean. */
export function lineMarks(app: App, place: HTMLElement): (state: State) => undefined {
  const line = work()
  return (state) => {
    const plan = app.plan(state)
    const tenant = everyoneIn(plan)
    const start = (): void => {
      place.replaceChildren(h('p', { class: 'hint unfinished' }, 'Playing every sign-in …'))
      const playing = understand(tenant, state.at)
      let made: Understanding | undefined
      line.start(
        () => {
          for (let step = 0; step < perPiece && made === undefined; step += 1) {
            const next = playing.next()
            if (next.done === true) made = next.value
          }
          return made === undefined
        },
        () => made !== undefined && show(place, made),
        'later',
      )
    }
    line.stop()
    const size = tenant.users.size * tenant.clients.size * tenant.networks.size * 4
    if (size <= mostUnasked) start()
    else place.replaceChildren(button('Which lines are read?', start, { key: 'mark lines' }))
    return undefined
  }
}

const kindOf = ({ signIns, notUnderstood }: LineUse): 'decides' | 'idle' | 'unclear' =>
  notUnderstood.length > 0 ? 'unclear' : signIns > 0 ? 'decides' : 'idle'

function sentenceOf(line: LineUse, all: number): string {
  const { facts, policies, signIns, notUnderstood } = line
  const what = [...facts.map((fact) => factWords[fact]), ...policies.map((name) => `the policy “${name}”`)]
  const unclear = notUnderstood.length === 0 ? '' : ` Not understood: ${notUnderstood.join('; ')}.`
  if (signIns === 0) return `No decision of these sign-ins reads this line.${unclear}`
  return `Read in ${signIns} of ${counted(all, 'sign-in')}: ${listed(what)}.${unclear}`
}

function show(place: HTMLElement, { signIns, lines, assumed }: Understanding): void {
  const counts = { decides: 0, idle: 0, unclear: 0 }
  for (const line of lines) {
    const kind = kindOf(line)
    counts[kind] += 1
    mark(line, kind, sentenceOf(line, signIns))
  }
  const words = {
    decides: `${counted(counts.decides, 'line')} read in a decision`,
    idle: `${counted(counts.idle, 'line')} read in none`,
    unclear: `${counted(counts.unclear, 'line')} not fully understood`,
  }
  const legend = (['decides', 'idle', 'unclear'] as const).map(
    (kind) =>
      counts[kind] > 0 && h('li', { class: `use-${kind}` }, h('span', { class: 'use' }, useSigns[kind]), words[kind]),
  )
  place.replaceChildren(
    h(
      'p',
      { class: 'lead' },
      `What ${counted(signIns, 'sign-in')} read of the file. Point at a marked line to see which facts it states.`,
    ),
    h('ul', { class: 'use-legend' }, legend),
    assumedPart(assumed),
  )
}

function assumedPart(assumed: Understanding['assumed']): HTMLElement {
  return h(
    'details',
    {},
    h('summary', {}, `${counted(assumed.length, 'default')} assumed for what the file does not state`),
    h(
      'ul',
      {},
      assumed.map(({ id, fact, value, signIns: here }) =>
        h(
          'li',
          {},
          h('code', {}, id),
          ` ${fact}: `,
          h('b', {}, value),
          h('span', { class: 'under' }, ` in ${counted(here, 'sign-in')}`),
        ),
      ),
    ),
  )
}

const useSigns = { decides: '●', idle: '○', unclear: '?' } as const

function mark({ origin: { file, line } }: LineUse, kind: keyof typeof useSigns, says: string): void {
  const item = document.getElementById(`line-${file}-${line}`)
  if (item === null) return
  item.querySelector('.use')?.remove()
  item.classList.remove('use-decides', 'use-idle', 'use-unclear')
  item.classList.add(`use-${kind}`)
  item.title = says
  item.prepend(
    h(
      'span',
      { class: 'use' },
      h('span', { 'aria-hidden': 'true' }, useSigns[kind]),
      h('span', { class: 'for-reader' }, `${says} `),
    ),
  )
}
