import { escapeMarkup } from '../../report/drawing/svg-tree.ts'
import { neutralizeLines } from '../../source/text/neutralize.ts'
import { rulesOf } from './rules-of.ts'
import { brokenStep, countsOf, type Run, type RunFeature, type RunProblem, type RunScenario } from './run-model.ts'
import { placeOf, restsOnWords } from './text.ts'

const inMarkup = (text: string): string => escapeMarkup(neutralizeLines(text))

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${inMarkup(String(value)).replace(/\n/g, '&#10;')}"`)
    .join('')

/** JUnit XML with file and line for every testcase, and the deciding rules as a property. */
export function renderJunit(run: Run): string {
  const { scenarios, failed } = countsOf(run)
  const totals = {
    name: 'authplan',
    tests: scenarios + run.problems.length,
    failures: failed,
    errors: run.problems.length,
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(totals)}>`,
    ...run.features.flatMap(suite),
    ...(run.problems.length > 0 ? problemSuite(run.problems) : []),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(feature: RunFeature): readonly string[] {
  const failures = feature.scenarios.filter(({ status }) => status !== 'passed').length
  const head = { name: feature.name, file: feature.uri, tests: feature.scenarios.length, failures, errors: 0 }
  return [`  <testsuite${attributes(head)}>`, ...feature.scenarios.flatMap(testcase), '  </testsuite>']
}

function testcase(scenario: RunScenario): readonly string[] {
  const broken = brokenStep(scenario)
  const head = {
    name: scenario.row === undefined ? scenario.name : `${scenario.name} (${scenario.row.file}:${scenario.row.line})`,
    classname: [scenario.feature, ...(scenario.rule === undefined ? [] : [scenario.rule])].join(' / '),
    file: scenario.uri,
    line: scenario.line,
  }
  const rules = rulesOf(scenario)
  const properties = [
    ...(rules.length > 0 ? [{ name: 'rules', value: rules.join(' ') }] : []),
    ...scenario.restsOn.map((one) => ({
      name: 'depends on a policy that is only partly understood',
      value: restsOnWords(one),
    })),
  ].map((property) => `<property${attributes(property)}/>`)
  const inner = [
    ...(properties.length > 0 ? [`      <properties>${properties.join('')}</properties>`] : []),
    ...(scenario.status === 'passed' ? [] : failureOf(scenario, broken?.line)),
  ]
  if (inner.length === 0) return [`    <testcase${attributes(head)}/>`]
  return [`    <testcase${attributes(head)}>`, ...inner, '    </testcase>']
}

function failureOf(scenario: RunScenario, line: number | undefined): readonly string[] {
  const broken = brokenStep(scenario)
  const message = broken?.message ?? scenario.message ?? scenario.status
  const place = line === undefined ? placeOf(scenario) : `${scenario.uri}:${line}`
  const step = broken === undefined ? [] : [`${broken.keyword} ${broken.text}`]
  const text = [place, ...step, message].join('\n')
  const head = { type: scenario.status, message: message.split('\n').slice(0, 2).join('\n') }
  return [`      <failure${attributes(head)}>${inMarkup(text)}</failure>`]
}

function problemSuite(problems: readonly RunProblem[]): readonly string[] {
  const head = { name: 'features that could not run', tests: problems.length, failures: 0, errors: problems.length }
  return [
    `  <testsuite${attributes(head)}>`,
    ...problems.flatMap(({ uri, line, message }) => [
      `    <testcase${attributes({ name: `${uri}:${line}`, classname: 'features', file: uri, line })}>`,
      `      <error${attributes({ message: message.split('\n')[0] ?? '' })}>${inMarkup(message)}</error>`,
      '    </testcase>',
    ]),
    '  </testsuite>',
  ]
}
