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
import { counts, explanation, simulation } from './sessions.ts'
import { shareParts } from './share-parts.ts'

interface Output {
  /** The command that writes the document. */
  readonly command: string
  readonly schema: Schema<unknown>
}

const outputs = {
  check: { command: 'check', schema: check },
  simulate: { command: 'simulate', schema: simulation },
  counts: { command: 'simulate --group-by', schema: counts },
  explain: { command: 'explain', schema: explanation },
  policy: { command: 'explain --policy', schema: policy },
  'what-if': { command: 'what-if', schema: whatIf },
  'import-coverage': { command: 'import --coverage', schema: importCoverage },
  run: { command: 'test', schema: run },
  coverage: { command: 'test --format coverage-json', schema: coverage },
  diff: { command: 'diff', schema: diff },
  compare: { command: 'compare', schema: comparison },
  prove: { command: 'prove', schema: proof },
  impact: { command: 'impact', schema: impact },
  replay: { command: 'replay', schema: replay },
  inventory: { command: 'replay --clients', schema: inventory },
  timeline: { command: 'timeline', schema: timeline },
  'plan-outcome': { command: 'plan', schema: planOutcome },
  orders: { command: 'plan --order', schema: orders },
  day: { command: 'day', schema: day },
  gaps: { command: 'gaps', schema: gaps },
  'why-not': { command: 'why-not', schema: whyNot },
  rules: { command: 'rules', schema: rules },
  codes: { command: 'explain-code', schema: codes },
  steps: { command: 'steps', schema: steps },
  catalog: { command: 'catalog', schema: catalog },
} as const satisfies Readonly<Record<string, Output>>

/** The name of a JSON output. */
export type OutputName = keyof typeof outputs

/** Every JSON output, in the order of the commands. */
// Object.keys of a literal are its keys, which its type cannot say.
export const outputNames = Object.keys(outputs) as readonly OutputName[]

/** The command that writes an output. */
export const commandOfOutput = (name: OutputName): string => outputs[name].command

/** The JSON Schema of an output, draft 7. */
export function outputSchema(name: OutputName): JsonObject {
  const { command, schema } = outputs[name]
  return shareParts({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `https://authplan.dev/schema/${name}.json`,
    title: `authplan ${command}${command.includes('--format') ? '' : ' --format json'}`,
    ...schema.json,
  })
}
