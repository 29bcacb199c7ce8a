// What is read of the features once for all mutants: their scenarios, and which step each sentence means.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator } from '@cucumber/messages'

/** How the words of a parameter become a value: set by the scenario that is played. */
export const reader = { read: (_type, words) => words }

let scenarios

/**
 * Every scenario of the features; names are numbered, so that each is distinct. Those that replay logs are left out: they load an
 * engine for logs, and the room of it holds no mutant.
 */
export function readScenarios() {
  scenarios ??= readdirSync('features', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.feature') && !file.startsWith('replay'))
    .sort()
    .flatMap((file) => scenariosOf(join('features', file)))
    .map((scenario, at) => ({ ...scenario, name: `${at} ${scenario.feature}: ${scenario.name}` }))
  return scenarios
}

function scenariosOf(feature) {
  const ids = IdGenerator.incrementing()
  const parser = new Parser(new AstBuilder(ids), new GherkinClassicTokenMatcher())
  return compile(parser.parse(readFileSync(feature, 'utf8')), feature, ids).map(({ name, steps }) => ({
    feature,
    name,
    lines: steps.map(({ type, text, argument }) => {
      const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value))
      return { type: type ?? 'Unknown', text, block: rows ?? argument?.docString?.content }
    }),
  }))
}

let expressions
const known = new Map()

/** The place of the step that a sentence means, and its arguments. */
export function understand(text, steps, types) {
  expressions ??= expressionsOf(steps, types)
  if (!known.has(text)) known.set(text, meaningOf(text))
  return known.get(text)
}

function meaningOf(text) {
  const found = expressions.flatMap((expression, at) => {
    const values = expression.match(text)
    return values === null ? [] : [{ at, values }]
  })
  if (found.length !== 1) throw new Error(`${found.length} steps read like this: ${text}`)
  return found[0]
}

function expressionsOf(steps, types) {
  const registry = new ParameterTypeRegistry()
  for (const { name, regexp } of types)
    registry.defineParameterType(
      new ParameterType(name, regexp, null, (words) => reader.read(name, words), false, false),
    )
  return steps.map(({ pattern }) => new CucumberExpression(pattern, registry))
}
