import { isolatedMarkup as named, textMarkup } from '../../report/drawing/html-frame.ts'
import { escapeMarkup } from '../../report/drawing/svg-tree.ts'
import { neutralizeLines } from '../../source/text/neutralize.ts'
import { counted } from '../../vocabulary/counted.ts'
import { sessionWords } from '../scenario/expectation.ts'
import type { Session } from '../scenario/session.ts'
import { rulesOf } from './rules-of.ts'
import { brokenStep, type RunScenario, type RunStep } from './run-model.ts'
import { restsOnWords } from './text.ts'

/** Where something of a feature file stands on the page. */
export const anchorOf = ({ uri, line, row }: Pick<RunScenario, 'uri' | 'line' | 'row'>): string =>
  [uri, line, ...(row === undefined ? [] : [row.line])].join('-').replace(/[^A-Za-z0-9]+/g, '-')

/** Text that keeps its lines. */
export const linesMarkup = (text: string): string => escapeMarkup(neutralizeLines(text))

/** One scenario with its steps, the rules that decided and the evidence of its sign-ins; open where it failed. */
export function scenarioMarkup(scenario: RunScenario, evidenceAt: (session: Session) => number): string {
  const { status, name, message, tags, steps, restsOn, recording } = scenario
  const passed = status === 'passed'
  const broken = brokenStep(scenario)
  const rules = rulesOf(scenario).map((rule) => `<a href="#${rule}">${rule}</a>`)
  const sign = `<span class="symbol" aria-hidden="true">${passed ? '✓' : '✕'}</span><span class="for-reader">${textMarkup(status)}: </span>`
  const tagged = tags.map((tag) => `<span class="tag">${textMarkup(tag)}</span>`).join('')
  const partly = restsOn.map(
    (one) => `<p class="under">Depends on a policy that is only partly understood: ${named(restsOnWords(one))}</p>`,
  )
  return `<details class="scenario ${passed ? 'passed' : 'failed'}" id="${anchorOf(scenario)}"${passed ? '' : ' open'}><summary>${sign} ${named(name)} <span class="under">${textMarkup(lineOf(scenario))}</span>${tagged}</summary>
${message === undefined ? '' : `<pre class="problems">${linesMarkup(message)}</pre>`}<ol class="run-steps">${steps.map((step) => stepMarkup(step, step === broken)).join('')}</ol>
${rules.length === 0 ? '' : `<p class="under">Decided by ${rules.join(' ')}</p>`}${partly.join('')}${evidenceMarkup([...(recording?.sessions ?? [])], evidenceAt)}</details>`
}

const lineOf = ({ line, row }: RunScenario): string =>
  row === undefined ? `line ${line}` : `line ${line}, ${row.file}:${row.line}`

const signs: Readonly<Record<string, string>> = { passed: '✓', skipped: '–' }

function stepMarkup({ keyword, text, status, message, block }: RunStep, broken: boolean): string {
  const below = block.length === 0 ? '' : `<pre>${linesMarkup(block.join('\n'))}</pre>`
  const why = broken && message !== undefined ? `<pre class="problems">${linesMarkup(message)}</pre>` : ''
  return `<li class="run-step ${textMarkup(status)}"><span class="symbol" aria-hidden="true">${signs[status] ?? '✕'}</span><span class="for-reader">${textMarkup(status)}: </span> <b>${textMarkup(keyword)}</b> ${named(text)}${below}${why}</li>`
}

/** As many sign-ins of one scenario as anyone looks at. */
const mostSignIns = 100

/** The asserted sign-ins; those with the same evidence stand together. */
function evidenceMarkup(sessions: readonly Session[], evidenceAt: (session: Session) => number): string {
  const groups = new Map<number, Session[]>()
  for (const session of sessions.slice(0, mostSignIns)) {
    const place = evidenceAt(session)
    const group = groups.get(place)
    if (group === undefined) groups.set(place, [session])
    else group.push(session)
  }
  const figures = [...groups].map(([place, alike]) => {
    const captions = alike.map(({ request: { user, client, purpose, network }, verdict }) => {
      const words = `${user} / ${client} / ${purpose} / from ${network}: ${sessionWords(verdict)}`
      return `<li>${named(words)}</li>`
    })
    return `<figure data-evidence="${place}"><figcaption><ul>${captions.join('')}</ul></figcaption></figure>`
  })
  const more = sessions.length - mostSignIns
  return figures.join('') + (more > 0 ? `<p class="under">and ${counted(more, 'more sign-in')}</p>` : '')
}
