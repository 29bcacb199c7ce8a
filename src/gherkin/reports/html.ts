import { htmlPage, isolatedMarkup as named, textMarkup } from '../../report/drawing/html-frame.ts'
import { escapeMarkup } from '../../report/drawing/svg-tree.ts'
import { admittedBy, type PageBundle } from '../../report/pages/html.ts'
import { embeddedJson } from '../../report/pages/page-data.ts'
import { ruleById } from '../../rules/index.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { neutralizeLines } from '../../source/text/neutralize.ts'
import { sources } from '../../vocabulary/citations.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import { type FailureCause, failureCauses } from './causes.ts'
import { evidenceStore } from './evidence.ts'
import { anchorOf, linesMarkup, scenarioMarkup } from './html-scenario.ts'
import { rulesOf } from './rules-of.ts'
import { countsOf, isGreen, type Run, type RunFeature, scenariosOfRun } from './run-model.ts'

/**
 * The features as living documentation: one file with the result, the steps and the rules of each scenario, and with the
 * evidence of each sign-in, which its program draws when it comes into view.
 */
export function renderRunHtml(run: Run, { script, scriptHash, style, styleHash }: PageBundle): string {
  const evidence = evidenceStore()
  const features = run.features.map((feature) => featureMarkup(feature, evidence.placeOf))
  const rules = new Set(scenariosOfRun(run).flatMap(rulesOf))
  const title = titleOf(run)
  return htmlPage({
    title: `${title} · authplan`,
    style,
    styleHash,
    admits: admittedBy(scriptHash, false),
    body: `<header class="living-head"><h1>${title}</h1>
<p class="lead">${leadOf(run)}</p>
<noscript><p class="lead">Diagrams are drawn by a script, which is not allowed to run here.</p></noscript>
<div id="filter"></div></header>
<div class="living"><nav aria-label="Features"><ul>${run.features.map(entryMarkup).join('')}</ul></nav>
<main>
${problemsMarkup(run)}${causesMarkup(failureCauses(run))}${warningsMarkup(run)}
${features.join('\n')}
<section class="rules"><h2>Rules</h2><dl>${[...rules].sort().map(ruleMarkup).join('')}</dl></section>
</main></div>
<script type="application/json" id="authplan-data">${embeddedJson({ evidence: evidence.list })}</script>
<script>${script}</script>`,
  })
}

const numbers = (count: number): string => count.toLocaleString('en-US')

function titleOf(run: Run): string {
  const { scenarios, failed } = countsOf(run)
  if (failed > 0) return `${numbers(failed)} of ${numbers(scenarios)} scenarios fail`
  return isGreen(run) ? `All ${numbers(scenarios)} scenarios pass` : 'Not every feature could run'
}

function leadOf(run: Run): string {
  const { steps } = countsOf(run)
  const stopped = run.problems.length === 0 ? '' : `, ${counted(run.problems.length, 'problem')}`
  return `Acceptance scenarios of ${counted(run.features.length, 'feature')}, ${numbers(steps)} steps${stopped}.`
}

const failedIn = ({ scenarios }: RunFeature): number => scenarios.filter(({ status }) => status !== 'passed').length

function entryMarkup(feature: RunFeature): string {
  const { name, scenarios } = feature
  const failed = failedIn(feature)
  const [sign, count] = failed > 0 ? ['✕', `${failed} of ${scenarios.length} fail`] : ['✓', String(scenarios.length)]
  const status = failed > 0 ? 'failed' : 'passed'
  return `<li class="scenario ${status}"><span class="symbol" aria-hidden="true">${sign}</span> <a href="#${anchorOf(feature)}">${named(name)}</a> <span class="under">${count}</span></li>`
}

const problemsMarkup = ({ problems }: Run): string =>
  problems.length === 0
    ? ''
    : `<section><h2>Could not run</h2>${problems.map(({ uri, line, message }) => `<p class="place">${textMarkup(`${uri}:${line}`)}</p><pre class="problems">${linesMarkup(message)}</pre>`).join('')}</section>\n`

function causesMarkup(causes: readonly FailureCause[]): string {
  if (causes.length === 0) return ''
  const items = causes.map(({ title, scenarios }) => {
    const links = scenarios.map((one) => `<li><a href="#${anchorOf(one)}">${named(one.name)}</a></li>`)
    return `<li class="cause"><p><b>${named(title)}</b> <span class="under">${counted(scenarios.length, 'scenario')}</span></p><ul>${links.join('')}</ul></li>`
  })
  return `<section class="causes"><h2>Why scenarios fail</h2><ol>${items.join('')}</ol></section>\n`
}

const warningsMarkup = ({ warnings }: Run): string =>
  warnings.length === 0
    ? ''
    : `<section><h2>Warnings about the tenants</h2><details><summary>${counted(warnings.length, 'warning')}</summary><pre>${escapeMarkup(neutralizeLines(renderShown(warnings)))}</pre></details></section>\n`

function featureMarkup(feature: RunFeature, evidenceAt: Parameters<typeof scenarioMarkup>[1]): string {
  const { uri, name, description, scenarios } = feature
  const paragraphs = description.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
  const about = paragraphs.filter((text) => text !== '').map((text) => `<p>${named(text)}</p>`)
  let before: string | undefined
  const parts = scenarios.map((scenario) => {
    const heading = scenario.rule !== undefined && scenario.rule !== before ? `<h3>${named(scenario.rule)}</h3>` : ''
    before = scenario.rule
    return heading + scenarioMarkup(scenario, evidenceAt)
  })
  return `<section class="feature" id="${anchorOf(feature)}"><h2>${named(name)}</h2><p class="under">${textMarkup(uri)}</p>${about.join('')}
${parts.join('\n')}</section>`
}

function ruleMarkup(id: RuleId): string {
  const rule = ruleById(id)
  if (rule === undefined) return ''
  const { title, url, read } = sources[rule.citation.source]
  const source = `<a href="${escapeMarkup(url)}" target="_blank" rel="noopener noreferrer">${textMarkup(title)}</a>, read ${read}`
  return `<dt id="${id}">${id}</dt><dd>${textMarkup(rule.statement)} <span class="under">${rule.basis}; ${source}</span></dd>`
}
