import { describe, expect, test } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import { diagnosticCatalog } from '../../source/diagnostics/diagnostic-catalog.ts'
import type { Rows } from '../scenario/rows.ts'
import type { SignInWorld } from '../scenario/world.ts'
import { alsoTrue } from './also-true.fixture.ts'
import type { StepDefinition } from './definition.ts'
import {
  copyOf,
  freshWorld,
  libraryScenarios,
  meaningOf,
  type PlayedLine,
  type PlayedScenario,
  playLine,
  valuesOf,
} from './play-steps.fixture.ts'
import { allSteps } from './vocabulary.ts'
import { few, spread, type TableKind, wrongTables } from './wrong-tables.fixture.ts'
import { poolOf, unquoted } from './wrong-values.fixture.ts'

// Each assertion step is taken where a feature of the library says it, so where it is true, and said otherwise.
interface Place {
  readonly scenario: PlayedScenario
  readonly index: number
  readonly line: PlayedLine
}

const library = libraryScenarios()
const assertions = allSteps.filter(({ keyword }) => keyword === 'Then')
const places = new Map<string, Place[]>(assertions.map(({ pattern }) => [pattern, []]))
for (const scenario of library)
  for (const [index, line] of scenario.lines.entries())
    places.get(meaningOf(line.text)?.definition.pattern ?? '')?.push({ scenario, index, line })

/** Sentences that go through every sign-in, or search, are tried at one place. */
const slow =
  /sweeping|it takes|no two changes|because of|on these dates|counted by|compared with|every client|no sign-in/

const mostOf = (pattern: string): number => (/it takes/.test(pattern) ? 1 : slow.test(pattern) ? few : 10)

const rowsOf = ({ block }: PlayedLine): Rows => (typeof block === 'object' ? block : [])

/** A few places, those first whose tables have a column that no place before has. */
function chosenPlaces({ pattern, block }: StepDefinition): readonly Place[] {
  const all = places.get(pattern) ?? []
  const most = slow.test(pattern) ? 1 : 2
  if (block !== 'table') return all.filter((_, index) => index % Math.ceil(all.length / most) === 0)
  const seen = new Set<string>()
  return all.filter(({ line }, index) => {
    const header = tables[pattern]?.headless ?? rowsOf(line)[0] ?? []
    const fresh = header.filter((column) => !seen.has(column))
    if (index > 0 && fresh.length === 0) return false
    for (const column of fresh) seen.add(column)
    return true
  })
}

const signInColumns = ['user', 'client', 'purpose', 'network', 'date']
const exact: TableKind = { whole: true, repeats: false, subjects: [] }
const tables: Readonly<Record<string, TableKind>> = {
  'the required credentials are:': { ...exact, whole: false, subjects: signInColumns },
  'the verdicts are:': { ...exact, whole: false, subjects: signInColumns },
  'these messages are sent in this order:': { ...exact, whole: false, repeats: true },
  'the {leg} leg knows these facts:': { ...exact, whole: false, headless: ['fact', 'value'] },
  'the sign-in is undetermined without:': { ...exact, headless: ['fact'] },
  'for {user} to use {credential} with {client} it takes {int} change(s), such as:': { ...exact, whole: false },
}

/** The world just before a place. */
function worldAt({ scenario, index }: Place): SignInWorld {
  const world = freshWorld(scenario.feature)
  for (const line of scenario.lines.slice(0, index)) playLine(world, line)
  return world
}

/** Whether a line passes; the world is left as it is. */
function passes(world: SignInWorld, line: PlayedLine): boolean {
  try {
    playLine(copyOf(world), line)
    return true
  } catch {
    return false
  }
}

const stringsOf: Readonly<Record<string, readonly string[]>> = {
  'checking the tenant architecture finds {string}': Object.keys(diagnosticCatalog).slice(0, 12),
  'checking the tenant architecture does not find {string}': Object.keys(diagnosticCatalog),
}

/** A search takes long, and many a sign-in cannot be had by two changes, so what is wrong is said here. */
const stated: Readonly<Record<string, readonly string[]>> = {
  'for {user} to use {credential} with {client} it takes {int} change(s), such as:': [
    'for the finance lead to use the interactive sign-in with Outlook 2010 it takes 2 changes, such as:',
    'for the Exchange administrator to use an app password with windows-powershell-basic it takes 1 change, such as:',
    'for the finance lead to use the app password with Outlook 2010 it takes 1 change, such as:',
    'for the finance lead to use the account password with Outlook 2010 it takes 1 change, such as:',
  ],
  'it is proved that {provable}': [
    'it is proved that legacy clients get in nowhere',
    'it is proved that no sign-in succeeds without a second factor',
    'it is proved that policy "Block legacy authentication" is never needed',
  ],
  'it is refuted that {provable}': [
    'it is refuted that no sign-in by members of Executives with modern clients succeeds without a second factor',
    'it is refuted that nobody is locked out of registering',
  ],
  'for {user} to use {credential} with {client} no two changes are enough': [
    'for the finance lead to use the account password with Outlook 2010 no two changes are enough',
    'for the finance lead to use the app password with Outlook 2010 no two changes are enough',
  ],
}

/** The sentence with another word instead of each parameter. */
function* wrongSentences(
  { pattern }: StepDefinition,
  line: PlayedLine,
  world: SignInWorld,
  most = mostOf(pattern),
): Generator<PlayedLine> {
  const others = stated[pattern]
  if (others !== undefined) return yield* others.map((text) => ({ ...line, text }))
  const meant = JSON.stringify(valuesOf(copyOf(world), line.text))
  for (const argument of meaningOf(line.text)?.arguments ?? []) {
    const { value = '', start = 0, end = 0 } = argument.group
    const name = argument.getParameterType().name ?? ''
    const strings = stringsOf[pattern] ?? ['zzz', `${value.replaceAll('"', '')}x`, value.replaceAll('"', '').slice(1)]
    for (const text of spread(name === 'string' ? strings : poolOf(name, world, value), most)) {
      const wrong = `${line.text.slice(0, start)}${unquoted.has(name) ? text : `"${text}"`}${line.text.slice(end)}`
      if (meaningOf(wrong)?.definition.pattern !== pattern) throw new Error(`not the same step: ${wrong}`)
      const values = valuesOf(copyOf(world), wrong)
      if (JSON.stringify(values) !== meant) yield { ...line, text: wrong }
    }
  }
}

/** The steps that a step denies, as far as they take the same values. */
const deniedBy = ({ negates = [], arity }: StepDefinition): readonly StepDefinition[] =>
  allSteps.filter((step) => [negates].flat().includes(step.pattern) && step.arity === arity)

/** Whether a step holds of the world with these values; the world is left as it is. */
function holds(definition: StepDefinition, world: SignInWorld, values: readonly unknown[]): boolean {
  const copy = copyOf(world)
  try {
    definition.run(copy, values)
    return copy.ledger.comparisons > world.ledger.comparisons
  } catch {
    return false
  }
}

/** True sentences of what a step denies, as features say them: the denial must fail with the same values. */
function deniedTruths(definition: StepDefinition): Hunted {
  const found: string[] = []
  let tried = 0
  for (const { pattern } of deniedBy(definition))
    for (const place of threeOf(places.get(pattern) ?? [])) {
      const world = worldAt(place)
      const values = valuesOf(copyOf(world), place.line.text)
      if (values === undefined || !passes(world, place.line)) continue
      tried += 1
      if (holds(definition, world, values)) found.push(`denied, but green: ${place.line.text}`)
    }
  return { found, tried }
}

/** Three places, spread over all. */
const threeOf = (all: readonly Place[]): readonly Place[] => spread(all, 3)

/** Where what is denied holds, the denial must not. */
function wrongDenials(definition: StepDefinition, line: PlayedLine, world: SignInWorld): Hunted {
  const denied = deniedBy(definition)
  const found: string[] = []
  let tried = 0
  for (const other of [line, ...wrongSentences(definition, line, world, Number.POSITIVE_INFINITY)]) {
    const values = valuesOf(copyOf(world), other.text)
    if (values === undefined || !denied.some((step) => holds(step, world, values))) continue
    tried += 1
    if (passes(world, other)) found.push(`wrong, but green: ${other.text}`)
  }
  const truths = deniedTruths(definition)
  return { found: [...found, ...truths.found], tried: tried + truths.tried }
}

interface Hunted {
  readonly found: readonly string[]
  /** Sentences that must fail. */
  readonly tried: number
}

/** Whether it is true all the same; of a sign-in that does not exist nothing is. */
function isTrue(pattern: string, world: SignInWorld, values: readonly unknown[], rows: Rows): boolean {
  try {
    return alsoTrue[pattern]?.(copyOf(world), values, rows) === true
  } catch {
    return false
  }
}

/** What passes although it should not, and fails although it is true. */
function judged(definition: StepDefinition, line: PlayedLine, world: SignInWorld): Hunted {
  const { pattern, block } = definition
  if (deniedBy(definition).length > 0) return wrongDenials(definition, line, world)
  const found: string[] = []
  let tried = 0
  for (const wrong of wrongSentences(definition, line, world)) {
    tried += 1
    const values = valuesOf(copyOf(world), wrong.text)
    const truth = values !== undefined && isTrue(pattern, world, values, rowsOf(line))
    if (passes(world, wrong) !== truth) found.push(`${truth ? 'true, but red' : 'wrong, but green'}: ${wrong.text}`)
  }
  if (block !== 'table') return { found, tried }
  for (const { what, rows } of wrongTables(rowsOf(line), tables[pattern] ?? exact, world, mostOf(pattern))) {
    tried += 1
    if (passes(world, { ...line, block: rows })) found.push(`wrong, but green: ${line.text} ${what}`)
  }
  return { found, tried }
}

describe('every assertion step', () => {
  test.each(shareOf(assertions, 2).map((definition) => [definition.pattern, definition] as const))(
    '"%s" is said where it is true, and fails when anything else is said',
    { timeout: 120_000 },
    (_pattern, definition) => {
      const chosen = chosenPlaces(definition)
      expect(chosen.length, 'say it in a feature').toBeGreaterThan(0)
      let hunted = 0
      for (const place of chosen) {
        const world = worldAt(place)
        expect(passes(world, place.line)).toBe(true)
        const { found, tried } = judged(definition, place.line, world)
        expect(found, found.join('\n')).toEqual([])
        hunted += tried
      }
      // A sentence without parameters cannot be said otherwise; features say it where it is false.
      if (definition.arity > 0 || deniedBy(definition).length > 0)
        expect(hunted, 'nothing was said wrongly').toBeGreaterThan(0)
    },
  )
})
