import { sessionDiagram } from '../../report/drawing/diagram.ts'
import { drawingStyle } from '../../report/drawing/drawing-style.ts'
import { sequenceSvg } from '../../report/drawing/sequence-svg.ts'
import { escapeMarkup, svgText } from '../../report/drawing/svg-tree.ts'
import { ruleById } from '../../rules/index.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { neutralizeLines } from '../../source/text/neutralize.ts'
import type { Trace } from '../../trace/step.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import { decisionLines, legWords, sessionWords } from '../scenario/expectation.ts'
import type { Session } from '../scenario/session.ts'
import { livingStyle } from './living-style.ts'
import { rulesOf } from './rules-of.ts'
import {
  brokenStep,
  countsOf,
  isGreen,
  type Run,
  type RunFeature,
  type RunScenario,
  type RunStep,
} from './run-model.ts'
import { placeOf, restsOnWords } from './text.ts'

/** The diagrams of a page by drawing: each is stored once, even if several scenarios show it. */
interface Diagrams {
  readonly ids: Map<string, string>
  readonly symbols: string[]
}

interface Shown {
  readonly id: string
  readonly width: string
  readonly height: string
}

const mostDiagrams = 4
const esc = (text: string): string => escapeMarkup(neutralizeLines(text))

/** The features as living documentation: a self-contained page with the result, rules and diagram of each scenario. */
export function renderRunHtml(run: Run): string {
  const diagrams: Diagrams = { ids: new Map(), symbols: [] }
  const rules = new Set<RuleId>()
  const features = run.features.map((feature) => featureHtml(feature, diagrams, rules)).join('\n')
  const { scenarios, failed } = countsOf(run)
  const title = isGreen(run) ? 'All acceptance specs pass' : 'Acceptance specs fail'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${drawingStyle}${livingStyle}</style>
</head>
<body>
<svg class="store sequence" aria-hidden="true">${diagrams.symbols.join('')}</svg>
<header><h1>${title}</h1>
<p>${run.features.length} features, ${scenarios} scenarios, ${failed} failed, ${run.problems.length} could not run</p>
<nav><ul>${run.features.map(entry).join('')}</ul></nav></header>
<main>
${run.problems.map(({ uri, line, message }) => `<section class="failed"><h2>${esc(`${uri}:${line}`)}</h2><pre>${esc(message)}</pre></section>`).join('\n')}
${run.warnings.length === 0 ? '' : `<section><h2>Warnings about the tenants</h2><pre>${esc(renderShown(run.warnings))}</pre></section>`}
${features}
<section><h2>Rules</h2><dl>${[...rules].sort().map(ruleHtml).join('')}</dl></section>
</main>
</body>
</html>
`
}

const anchor = (uri: string, line: number): string => `${uri}-${line}`.replace(/[^A-Za-z0-9]+/g, '-')

function entry({ uri, name, line, scenarios }: RunFeature): string {
  const bad = scenarios.some(({ status }) => status !== 'passed')
  return `<li class="${bad ? 'failed' : 'passed'}"><a href="#${anchor(uri, line)}">${esc(name)}</a></li>`
}

function featureHtml(feature: RunFeature, diagrams: Diagrams, rules: Set<RuleId>): string {
  const { uri, name, line, description, scenarios } = feature
  const about = description
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${esc(paragraph.replace(/\s+/g, ' ').trim())}</p>`)
    .join('')
  let before: string | undefined
  const parts = scenarios.map((scenario) => {
    const heading = scenario.rule !== undefined && scenario.rule !== before ? `<h3>${esc(scenario.rule)}</h3>` : ''
    before = scenario.rule
    return heading + scenarioHtml(scenario, diagrams, rules)
  })
  return `<section id="${anchor(uri, line)}"><h2>${esc(name)}</h2><p class="place">${esc(uri)}</p>${about === '<p></p>' ? '' : about}
${parts.join('\n')}</section>`
}

function scenarioHtml(scenario: RunScenario, diagrams: Diagrams, rules: Set<RuleId>): string {
  const broken = brokenStep(scenario)
  const sessions = [...(scenario.recording?.sessions ?? [])]
  const own = rulesOf(scenario)
  for (const rule of own) rules.add(rule)
  const decided = own.map((rule) => `<a href="#${rule}">${rule}</a>`).join(' ')
  const shown = drawings(sessions, diagrams)
  const open = scenario.status === 'passed' ? '' : ' open'
  return `<details class="${scenario.status}"${open}><summary>${esc(scenario.name)}<span class="place">${esc(placeOf(scenario))}</span></summary>
${scenario.message === undefined ? '' : `<pre class="message">${esc(scenario.message)}</pre>`}
<ol class="steps">${scenario.steps.map((step) => stepHtml(step, step === broken)).join('')}</ol>
${decided === '' ? '' : `<p>Decided by ${decided}</p>`}
${scenario.restsOn.map((one) => `<p>Depends on a policy that is only partly understood: ${esc(restsOnWords(one))}</p>`).join('')}
${shown.join('\n')}</details>`
}

function stepHtml({ keyword, text, status, message, block }: RunStep, broken: boolean): string {
  const below = block.length === 0 ? '' : `<pre>${esc(block.join('\n'))}</pre>`
  const why = broken && message !== undefined ? `<pre class="message">${esc(message)}</pre>` : ''
  return `<li class="${status}"><b>${esc(keyword)}</b> ${esc(text)}${below}${why}</li>`
}

/** The asserted sign-ins of a scenario; those with the same conversation share a diagram. */
function drawings(sessions: readonly Session[], diagrams: Diagrams): readonly string[] {
  const groups = new Map<string, { readonly shown: Shown; readonly sessions: Session[] }>()
  for (const session of sessions.slice(0, 40)) {
    const shown = diagramOf(session, diagrams)
    const group = groups.get(shown.id)
    if (group !== undefined) group.sessions.push(session)
    else if (groups.size < mostDiagrams) groups.set(shown.id, { shown, sessions: [session] })
  }
  return [...groups.values()].map(({ shown: { id, width, height }, sessions: same }) => {
    const captions = same.map(({ request, verdict }) => {
      const { user, client, purpose, network } = request
      return `<li>${esc(`${user} / ${client} / ${purpose} / from ${network}: ${sessionWords(verdict)}`)}</li>`
    })
    const label = esc(`Sequence diagram of ${same[0]?.request.client ?? 'a client'}`)
    const image = `<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" width="${width}"><use href="#${id}"/></svg>`
    const trace = same.slice(0, 1).flatMap(({ traces }) => traces.map(traceHtml))
    return `<figure><div class="scroll">${image}</div><figcaption><ul>${captions.join('')}</ul>${trace.join('')}</figcaption></figure>`
  })
}

/** The decisions of one leg, collapsed. */
function traceHtml(trace: Trace): string {
  const decided = esc(decisionLines(trace).join('\n'))
  return `<details class="trace"><summary>Decisions on the ${esc(legWords(trace))}</summary><pre>${decided}</pre></details>`
}

function diagramOf(session: Session, diagrams: Diagrams): Shown {
  const { attributes, children } = sequenceSvg(sessionDiagram(session.traces, { title: '', legend: false }))
  const { viewBox = '', width = '', height = '' } = attributes
  // The title belongs to each occurrence of the drawing, not to the drawing.
  const inner = children.filter((child) => typeof child === 'string' || child.tag !== 'title')
  const drawn = svgText({ tag: 'g', attributes: {}, children: inner })
  const known = diagrams.ids.get(drawn)
  if (known !== undefined) return { id: known, width, height }
  const id = `diagram-${diagrams.ids.size + 1}`
  diagrams.ids.set(drawn, id)
  diagrams.symbols.push(`<symbol id="${id}" viewBox="${viewBox}">${drawn}</symbol>`)
  return { id, width, height }
}

function ruleHtml(id: RuleId): string {
  const rule = ruleById(id)
  if (rule === undefined) return ''
  const { title, url, read } = sources[rule.citation.source]
  const source = `<a href="${esc(url)}">${esc(title)}</a>, read ${read}`
  return `<dt id="${id}">${id}</dt><dd>${esc(rule.statement)} <small>${rule.basis}; ${source}</small></dd>`
}
