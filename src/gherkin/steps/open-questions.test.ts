import { describe, expect, test } from 'vitest'
import { type SignInWorld, sessionsOf } from '../scenario/world.ts'
import { legColumns, sessionColumns } from './cell-readings.ts'
import { openSettings, worldWith } from './open-settings.fixture.ts'
import { copyOf, type PlayedLine, playLine } from './play-steps.fixture.ts'
import { allSteps } from './vocabulary.ts'
import { poolOf, unquoted } from './wrong-values.fixture.ts'

type Result = 'holds' | 'fails' | 'asserts nothing'

function resultOf(world: SignInWorld, line: PlayedLine): Result {
  try {
    playLine(copyOf(world), line)
    return 'holds'
  } catch (thrown) {
    return /does not assert anything|no leg asks it/.test(String(thrown)) ? 'asserts nothing' : 'fails'
  }
}

const rulesIn = (world: SignInWorld): readonly string[] =>
  sessionsOf(world).flatMap(({ traces }) =>
    traces.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        'rule' in step ? [step.rule] : step.kind === 'outcome' ? [step.verdict.rule ?? ''] : [],
      ),
    ),
  )

/** What a parameter or a cell may say, of few words where every word is treated alike. */
function wordsFor(name: string, worlds: readonly SignInWorld[]): readonly string[] {
  const [world] = worlds
  if (world === undefined) return []
  if (name === 'rule') return [...new Set(['CRED-2', ...worlds.flatMap(rulesIn)])].filter((id) => id !== '')
  const few: Readonly<Record<string, readonly string[]>> = {
    int: ['0', '1', '2'],
    string: ['AADSTS53003', 'AADSTS50126', 'AADSTS53000', 'AADSTS50076'],
    leg: ['mailbox'],
  }
  return few[name] ?? poolOf(name, world, '')
}

/** The sentences of a step with every combination of the words that could stand in it. */
function sentences(pattern: string, worlds: readonly SignInWorld[]): readonly string[] {
  const [, name] = /\{([^}]+)\}/.exec(pattern) ?? []
  if (name === undefined) return [pattern.replace('(s)', 's').replace('change/changes', 'changes')]
  return wordsFor(name, worlds).flatMap((word) =>
    sentences(
      pattern.replace(`{${name}}`, () => (unquoted.has(name) ? word : `"${word}"`)),
      worlds,
    ),
  )
}

/** Sentences about the sign-in of a scenario; those that say what is missing are true only as long as it is. */
const spoken = allSteps.filter(
  ({ keyword, block, pattern }) =>
    keyword === 'Then' &&
    block === undefined &&
    !/undetermined|\{user\}|compared with|\{claim\}|\{provable\}|checking|sweeping|tenant architecture|\{fact\}|\{policy\} (?:requires|does not require)/.test(
      pattern,
    ),
)

function* lines(worlds: readonly SignInWorld[]): Generator<PlayedLine> {
  for (const { pattern } of spoken) for (const text of sentences(pattern, worlds)) yield { type: 'Outcome', text }
  const cells = (column: string): readonly string[] => ['-', '0', '1', ...wordsFor(column, worlds)]
  for (const column of legColumns)
    for (const cell of cells(column))
      yield {
        type: 'Outcome',
        text: 'the legs are:',
        block: [
          ['leg', column],
          ['mailbox', cell],
        ],
      }
  const [client = ''] = worlds.flatMap((world) => sessionsOf(world).map(({ request }) => request.client))
  for (const column of sessionColumns)
    for (const cell of cells(column)) {
      const stated = column === 'credential' ? { credential: cell } : { credential: '-', [column]: cell }
      const row = { user: 'Ada', client, purpose: 'read mail', ...stated }
      const block = [Object.keys(row), Object.values(row)]
      yield { type: 'Outcome', text: 'the required credentials are:', block }
    }
}

const saysOpen = ({ text, block }: PlayedLine): boolean => /undetermined|missing/.test(JSON.stringify([text, block]))

describe('what holds although a fact is missing', () => {
  test.each(openSettings.map((open) => [open.name, open] as const))('holds whatever the fact is: %s', (_name, open) => {
    const [first, ...rest] = open.settings
    const world = worldWith(open, first)
    const completions = rest.map((settings) => worldWith(open, settings))
    const tried = [...lines([world, ...completions])].filter((line) => !saysOpen(line))
    const holding = tried.filter((line) => resultOf(world, line) === 'holds')
    const results = holding.map((line) => completions.map((completed) => resultOf(completed, line)))
    const wrong = holding.filter((_, index) => results[index]?.includes('fails'))
    expect(wrong.map(({ text, block }) => JSON.stringify([text, block]))).toEqual([])
    expect([holding.length > 10, tried.length > 200]).toEqual([true, true])
  })
})
