import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { featureJudge } from '../gherkin/run/judge-feature.ts'
import { renderDiagnostics } from '../source/diagnostics/render-diagnostic.ts'
import { shownDiagnostics } from '../source/diagnostics/shown-diagnostics.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { schemaOfPlanFile } from './file/plan-file.schema.ts'
import { gateProblems } from './play/gate-problems.ts'
import { loadPlan } from './states/load-plan.ts'

const folder = 'scenarios/invalid'
const reader = nodeSourceReader('.')
const features = featureJudge('.', reader)
const files = readdirSync(folder).filter((name) => /^(?:PLAN-\d+-|plan-form).*\.yaml$/.test(name))
const codeOf = (name: string): string => /^[A-Z]+-\d+/.exec(name)?.[0] ?? 'SHAPE-1'
const golden = (name: string): string => readFileSync(`${folder}/${name.replace(/\.yaml$/, '.txt')}`, 'utf8')

test.each(files)('%s is answered as written next to it', (name) => {
  const loaded = loadPlan(`${folder}/${name}`, reader)
  const diagnostics = loaded.ok
    ? [...loaded.warnings, ...gateProblems(loaded.value, reader, features)]
    : loaded.diagnostics
  expect(renderDiagnostics(shownDiagnostics(diagnostics))).toBe(golden(name))
  expect(diagnostics.map(({ code }) => code)).toContain(codeOf(name))
})

test('every code of plans has a file', () => {
  expect(new Set(files.map(codeOf)).size).toBe(19)
})

test('the generated validator is that of the schema', () => {
  const [heading] = readFileSync(new URL('./generated/validate-plan-file.js', import.meta.url), 'utf8').split('\n')
  const hash = createHash('sha256').update(JSON.stringify(schemaOfPlanFile())).digest('hex')
  expect(heading, 'run `npm run build`: the schema has changed').toContain(hash)
})
