import type { ITestCaseHookParameter } from '@cucumber/cucumber'
import { cacheByObject } from '../../memory/cache-by-object.ts'
import type { Rows } from './rows.ts'

type Pickle = ITestCaseHookParameter['pickle']
type GherkinDocument = ITestCaseHookParameter['gherkinDocument']
type AstStep = NonNullable<NonNullable<GherkinDocument['feature']>['children'][number]['background']>['steps'][number]

/** A position of a block in its feature; line and column start at 1. */
export interface FeaturePosition {
  readonly line: number
  readonly column: number
}

/** The text or table below a step, and the position of its parts in the feature. */
export type FeatureBlock =
  | { readonly kind: 'text'; readonly text: string; readonly at: (position: FeaturePosition) => FeaturePosition }
  | {
      readonly kind: 'table'
      /** Rows of name and value, or rows below a header. */
      readonly shape: 'settings' | 'entries'
      readonly rows: readonly (readonly (FeaturePosition & { readonly value: string })[])[]
    }

/** The blocks of one scenario in step order: each call returns the next one with this content. */
export type NextBlock = (content: string | Rows) => FeatureBlock | undefined

/** Follows the steps of a scenario; `lineOf` maps lines of an expanded copy to those of the feature. */
export function blocksOf(pickle: Pickle, document: GherkinDocument, lineOf: (line: number) => number): NextBlock {
  let next = 0
  return (content) => {
    for (let index = next; index < pickle.steps.length; index += 1) {
      const step = pickle.steps[index]
      if (step === undefined || !holds(step, content)) continue
      next = index + 1
      const written = stepsOf(document).get(step.astNodeIds[0] ?? '')
      return written === undefined ? undefined : blockOf(written, content, lineOf)
    }
    return undefined
  }
}

function holds({ argument }: Pickle['steps'][number], content: string | Rows): boolean {
  if (typeof content === 'string') return argument?.docString?.content === content
  const cells = argument?.dataTable?.rows.map((row) => row.cells.map(({ value }) => value))
  return cells !== undefined && JSON.stringify(cells) === JSON.stringify(content)
}

function blockOf(step: AstStep, content: string | Rows, lineOf: (line: number) => number): FeatureBlock | undefined {
  if (typeof content === 'string') {
    const opening = step.docString?.location
    if (opening === undefined) return undefined
    const indent = (opening.column ?? 1) - 1
    return {
      kind: 'text',
      text: content,
      at: ({ line, column }) => ({ line: lineOf(opening.line + line), column: column + indent }),
    }
  }
  const rows = step.dataTable?.rows.map(({ cells }, row) =>
    cells.map(({ location }, column) => ({
      line: lineOf(location.line),
      column: location.column ?? 1,
      value: content[row]?.[column] ?? '',
    })),
  )
  const shape = step.text.endsWith('has these settings:') ? 'settings' : 'entries'
  return rows === undefined ? undefined : { kind: 'table', shape, rows }
}

// Invariant: a parsed feature does not change.
const tables = cacheByObject<GherkinDocument, ReadonlyMap<string, AstStep>>('steps of a feature', 'document')

const stepsOf = (document: GherkinDocument): ReadonlyMap<string, AstStep> => tables(document, () => stepsIn(document))

function stepsIn(document: GherkinDocument): ReadonlyMap<string, AstStep> {
  const children = (document.feature?.children ?? []).flatMap((child) => [child, ...(child.rule?.children ?? [])])
  const steps = children.flatMap(({ background, scenario }) => [
    ...(background?.steps ?? []),
    ...(scenario?.steps ?? []),
  ])
  return new Map(steps.map((step) => [step.id, step]))
}
