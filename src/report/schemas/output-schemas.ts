import type { JsonObject } from '../json/json-value.ts'
import { day, policy, whatIf, whyNot } from './answers.ts'
import { diff, timeline } from './changes.ts'
import { gaps } from './gaps.ts'
import { catalog, codes, rules, steps } from './knowledge.ts'
import { inventory, replay } from './logs.ts'
import { orders, planOutcome } from './plans.ts'
import { comparison, impact, proof } from './proofs.ts'
import { check, coverage, importCoverage, run } from './runs.ts'
import type { Schema } from './schema.ts'
import { secondJudge } from './second-judge.ts'
import { counts, explanation, simulation } from './sessions.ts'
import { shareParts } from './share-parts.ts'

interface Output {
  /** The command that writes the document. */
  readonly command: string
  readonly schema: Schema<unknown>
}

const outputs = {
  check: { command: 'authplan check', schema: check },
  simulate: { command: 'authplan simulate', schema: simulation },
  counts: { command: 'authplan simulate --group-by', schema: counts },
  explain: { command: 'authplan explain', schema: explanation },
  policy: { command: 'authplan explain --policy', schema: policy },
  'what-if': { command: 'authplan what-if', schema: whatIf },
  'import-coverage': { command: 'authplan import --coverage', schema: importCoverage },
  run: { command: 'authplan test', schema: run },
  coverage: { command: 'authplan test --format coverage-json', schema: coverage },
  diff: { command: 'authplan diff', schema: diff },
  compare: { command: 'authplan compare', schema: comparison },
  prove: { command: 'authplan prove', schema: proof },
  impact: { command: 'authplan impact', schema: impact },
  replay: { command: 'authplan replay', schema: replay },
  inventory: { command: 'authplan replay --clients', schema: inventory },
  'replay-what-if': { command: 'authplan replay --what-if', schema: secondJudge },
  timeline: { command: 'authplan timeline', schema: timeline },
  'plan-outcome': { command: 'authplan plan', schema: planOutcome },
  orders: { command: 'authplan plan --order', schema: orders },
  day: { command: 'authplan day', schema: day },
  gaps: { command: 'authplan gaps', schema: gaps },
  'why-not': { command: 'authplan why-not', schema: whyNot },
  rules: { command: 'authplan rules', schema: rules },
  codes: { command: 'authplan explain-code', schema: codes },
  steps: { command: 'authplan steps', schema: steps },
  catalog: { command: 'authplan catalog', schema: catalog },
} as const satisfies Readonly<Record<string, Output>>

/** The name of a JSON output. */
export type OutputName = keyof typeof outputs

/** Every JSON output, in the order of the commands. */
// Object.keys of a literal are its keys, which its type cannot say.
export const outputNames = Object.keys(outputs) as readonly OutputName[]

/** The command that writes an output, as it is typed. */
export const commandOfOutput = (name: OutputName): string => outputs[name].command

/** The JSON Schema of an output, draft 7. */
export function outputSchema(name: OutputName): JsonObject {
  const { command, schema } = outputs[name]
  return shareParts({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `https://authplan.dev/schema/${name}.json`,
    title: `${command}${command.includes('--format') ? '' : ' --format json'}`,
    ...schema.json,
  })
}
