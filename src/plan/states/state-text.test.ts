import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../../source/document/located-document.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadPlan } from './load-plan.ts'
import { textOfState } from './state-text.ts'

const stagesOf = (path: string, reader = nodeSourceReader('.')) => {
  const loaded = loadPlan(path, reader)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value.stages
}

test.each(readdirSync('scenarios/plans'))('the text of every stage of %s says what the stage says', (name) => {
  for (const { document } of stagesOf(`scenarios/plans/${name}/plan.yaml`)) {
    const text = textOfState(document)
    expect(readDocument({ name: 'stage.yaml', text }).document?.value).toEqual(document.value)
    // The comments and the layout of the start are kept.
    expect(text.split('\n')[0]).toBe(document.start.source.text.split('\n')[0])
  }
})

test('a stage keeps the comments of the file, and changes no more than it says', () => {
  const start = `# ours
name: T
asOf: 2026-01-01 # today
domains: [{ name: t.com, authenticationType: managed }]
securityDefaults: false # on purpose
users: [{ userPrincipalName: a@t.com }]
clients: [browser]
networks: [{ name: home }]
`
  const plan = `plan: P
start: t.yaml
stages:
  - { name: One, date: 2026-02-01, changes: { securityDefaults: true } }
`
  const stages = stagesOf('p.yaml', memorySourceReader({ 't.yaml': start, 'p.yaml': plan }))
  expect(stages.map(({ document }) => textOfState(document))).toEqual([
    start,
    start.replace('securityDefaults: false', 'securityDefaults: true'),
  ])
})
