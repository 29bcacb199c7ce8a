import type { ITestCaseHookParameter } from '@cucumber/cucumber'
import { nearest } from '../../source/diagnostics/suggest.ts'
import { listed } from './words.ts'

type Pickle = ITestCaseHookParameter['pickle']
type GherkinDocument = ITestCaseHookParameter['gherkinDocument']
type FeatureChild = NonNullable<GherkinDocument['feature']>['children'][number]
type Scenario = NonNullable<FeatureChild['scenario']>
type Step = Scenario['steps'][number]

// Gherkin leaves unknown placeholders unchanged, so a remaining name in angle brackets is an error.
const placeholder = /<([\p{L}_][\p{L}\p{N} _.-]*)>/gu

interface Place {
  readonly text: string
  readonly line: number
}

function placesOfStep({ text, location: { line }, docString, dataTable }: Step): readonly Place[] {
  const cells = (dataTable?.rows ?? []).flatMap((row) =>
    row.cells.map(({ value }) => ({ text: value, line: row.location.line })),
  )
  const block = docString === undefined ? [] : [docString.content, docString.mediaType ?? '']
  return [{ text, line }, ...block.map((one) => ({ text: one, line: docString?.location.line ?? line })), ...cells]
}

/** Parts of a scenario that its Examples fill: its name, and all of its steps. */
function filledPlaces({ name, location, steps }: Scenario): readonly Place[] {
  return [{ text: name, line: location.line }, ...steps.flatMap(placesOfStep)]
}

interface Frame {
  /** Parts around a scenario that no Examples fill. */
  readonly unfilled: readonly Place[]
  readonly scenario: Scenario
}

/** The scenario that a pickle was compiled from, with its surroundings. */
function frameOf(pickle: Pickle, { feature }: GherkinDocument): Frame | undefined {
  const around: Place[] = feature === undefined ? [] : [{ text: feature.name, line: feature.location.line }]
  const find = (children: readonly Omit<FeatureChild, 'rule'>[], before: readonly Place[]): Frame | undefined => {
    const unfilled = [...before, ...children.flatMap(({ background }) => background?.steps.flatMap(placesOfStep) ?? [])]
    const scenario = children.find((child) => child.scenario?.id === pickle.astNodeIds[0])?.scenario
    if (scenario === undefined) return undefined
    const names = scenario.examples.map(({ name, location }) => ({ text: name, line: location.line }))
    return { unfilled: [...unfilled, ...names], scenario }
  }
  const children = feature?.children ?? []
  const own = find(children, around)
  if (own !== undefined) return own
  const shared = children.flatMap(({ background }) => background?.steps.flatMap(placesOfStep) ?? [])
  for (const { rule } of children) {
    if (rule === undefined) continue
    const found = find(rule.children, [...around, ...shared, { text: rule.name, line: rule.location.line }])
    if (found !== undefined) return found
  }
  return undefined
}

/** Why the placeholders of a scenario do not match its Examples; undefined if they do. */
export function placeholderProblem(pickle: Pickle, document: GherkinDocument): string | undefined {
  const frame = frameOf(pickle, document)
  if (frame === undefined) return undefined
  const { scenario, unfilled } = frame
  const filled = filledPlaces(scenario)
  return strayPlaceholder(scenario, filled, unfilled) ?? unusedColumn(scenario, filled)
}

function strayPlaceholder(
  { examples }: Scenario,
  filled: readonly Place[],
  unfilled: readonly Place[],
): string | undefined {
  const headers = examples.map(({ tableHeader }) => (tableHeader?.cells ?? []).map(({ value }) => value))
  const columns = [...new Set(headers.flat())]
  const everywhere = new Set(columns.filter((column) => headers.every((header) => header.includes(column))))
  for (const { text, line } of filled) {
    const stray = placeholdersIn(examples.length > 0 ? text : withoutQuoted(text)).find((name) => !everywhere.has(name))
    if (stray === undefined) continue
    if (columns.includes(stray)) return `some Examples have no column \`${stray}\` for \`<${stray}>\` on line ${line}`
    const near = nearest(stray, columns, 1)
    const help = near.length > 0 ? `\n  did you mean ${listed(near)}?` : ''
    return `no Examples column provides \`<${stray}>\` on line ${line}${help}`
  }
  const literal = unfilled.find(({ text }) => placeholdersIn(text).length > 0)
  if (literal === undefined) return undefined
  return `\`<${placeholdersIn(literal.text)[0]}>\` on line ${literal.line} is never replaced: Examples only apply to the name and the steps of a scenario`
}

function unusedColumn({ examples }: Scenario, filled: readonly Place[]): string | undefined {
  for (const { tableHeader } of examples) {
    const unused = tableHeader?.cells.find(({ value }) => !filled.some(({ text }) => text.includes(`<${value}>`)))
    if (unused !== undefined)
      return `no step uses the Examples column \`${unused.value}\` on line ${unused.location.line}\n  write \`<${unused.value}>\` in a step, or remove the column`
  }
  return undefined
}

// Without Examples, a quoted name may contain angle brackets; a wrong one is reported as unknown.
const withoutQuoted = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '""')

const placeholdersIn = (text: string): readonly string[] => [...text.matchAll(placeholder)].map(([, name = '']) => name)
