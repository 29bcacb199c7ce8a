import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Argument, CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator } from '@cucumber/messages'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { featureJudge } from '../run/judge-feature.ts'
import { beginLine, closeLedger, type LineType, runInLedger } from '../scenario/ledger.ts'
import { type TenantCache, tenantCache } from '../scenario/tenant-cache.ts'
import { newWorld, type SignInWorld } from '../scenario/world.ts'
import type { StepDefinition } from './definition.ts'
import { parameterTypes } from './parameter-types.ts'
import { allSteps } from './vocabulary.ts'

/** One line of a scenario as Cucumber hands it over. */
export interface PlayedLine {
  readonly type: LineType
  readonly text: string
  readonly block?: string | readonly (readonly string[])[]
}

/** A scenario of a feature file, a row of its Examples filled in. */
export interface PlayedScenario {
  readonly feature: string
  readonly name: string
  readonly lines: readonly PlayedLine[]
}

/** A sentence with the step that it means and what is in the places of its parameters. */
export interface Meaning {
  readonly definition: StepDefinition
  readonly arguments: readonly Argument[]
}

const types = new ParameterTypeRegistry()
const running: { world: SignInWorld | undefined } = { world: undefined }
for (const { name, regexp, read } of parameterTypes)
  types.defineParameterType(
    new ParameterType<unknown>(
      name,
      regexp,
      null,
      (text: string) => (running.world === undefined ? text : read(text, running.world)),
      false,
      false,
    ),
  )
const expressions = allSteps.map((definition) => ({
  definition,
  expression: new CucumberExpression(definition.pattern, types),
}))

const known = new Map<string, Meaning | undefined>()

/** What a sentence means; undefined if no step reads like it, or several do. */
export function meaningOf(text: string): Meaning | undefined {
  if (known.has(text)) return known.get(text)
  const found = expressions.flatMap(({ definition, expression }) => {
    const match = expression.match(text)
    return match === null ? [] : [{ definition, arguments: match }]
  })
  const meaning = found.length === 1 ? found[0] : undefined
  known.set(text, meaning)
  return meaning
}

/** Runs one line; throws what stops it. */
export function playLine(world: SignInWorld, { type, text, block }: PlayedLine): void {
  beginLine(world.ledger, type, text)
  const meaning = meaningOf(text)
  if (meaning === undefined) throw new Error(`no step matches this text: ${text}`)
  const { definition } = meaning
  if ((definition.block === undefined) !== (block === undefined)) throw new Error('a block is missing or superfluous')
  running.world = world
  try {
    const values = meaning.arguments.map((argument) => argument.getValue(null))
    runInLedger(world.ledger, definition, () =>
      definition.run(world, block === undefined ? values : [...values, block]),
    )
  } finally {
    running.world = undefined
  }
}

/** What the parameters of a sentence become; undefined if one is refused. */
export function valuesOf(world: SignInWorld, text: string): readonly unknown[] | undefined {
  running.world = world
  try {
    return meaningOf(text)?.arguments.map((argument) => argument.getValue(null))
  } catch {
    return undefined
  } finally {
    running.world = undefined
  }
}

const disk = nodeSourceReader(process.cwd())

/** One cache for all that is played here, since tenants do not change. */
export const sharedCache: TenantCache = tenantCache(process.cwd(), disk, () => featureJudge(process.cwd(), disk))

/** A world without a search for what would have to change. */
export const freshWorld = (feature: string): SignInWorld => newWorld(feature, sharedCache, { left: 0 })

/** Why a scenario fails; undefined if it passes. */
export function failureOf({ feature, lines }: PlayedScenario): string | undefined {
  const world = freshWorld(feature)
  try {
    for (const line of lines) playLine(world, line)
    closeLedger(world.ledger)
    return undefined
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

/** The world as it is, to be gone on with in several ways. */
export function copyOf(world: SignInWorld): SignInWorld {
  const { signIn, lines } = world.ledger
  return { ...world, ledger: { ...world.ledger, lines: [...lines], signIn: signIn && { ...signIn } } }
}

/** The scenarios of a feature's text. */
export function scenariosIn(feature: string, text: string): readonly PlayedScenario[] {
  const ids = IdGenerator.incrementing()
  const document = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher()).parse(text)
  return compile(document, feature, ids).map(({ name, steps }) => ({
    feature,
    name,
    lines: steps.map(({ type, text: sentence, argument }) => {
      const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value))
      const block = rows ?? argument?.docString?.content
      return { type: type ?? 'Unknown', text: sentence, ...(block !== undefined && { block }) }
    }),
  }))
}

/** Every scenario of the library's features, in the order of the files. */
export function libraryScenarios(): readonly PlayedScenario[] {
  const files = readdirSync('features', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.feature'))
    .sort()
  return files.flatMap((file) => {
    const path = join('features', file)
    return scenariosIn(path, readFileSync(path, 'utf8'))
  })
}

/** Reads the logs that scenarios of the library ask about, since the steps here are not waited for. */
async function readLogsOfLibrary(): Promise<void> {
  for (const { feature, lines } of libraryScenarios()) {
    if (!lines.some(({ text }) => meaningOf(text)?.definition.prepare !== undefined)) continue
    const world = freshWorld(feature)
    for (const line of lines) {
      await meaningOf(line.text)?.definition.prepare?.(world, valuesOf(world, line.text) ?? [])
      playLine(world, line)
    }
  }
}

await readLogsOfLibrary()
