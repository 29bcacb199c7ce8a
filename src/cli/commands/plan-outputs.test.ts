import { beforeAll, expect, test } from 'vitest'
import { featureJudge } from '../../gherkin/run/judge-feature.ts'
import { playPlan } from '../../plan/play/play-plan.ts'
import type { PlanResult } from '../../plan/result.ts'
import { loadPlan } from '../../plan/states/load-plan.ts'
import { parsedDiagram } from '../../report/drawing/mermaid-parse.fixture.ts'
import { blocksHtml, blocksMarkdown } from '../../report/plan/blocks.ts'
import { renderPlanGantt } from '../../report/plan/gantt.ts'
import { runbookBlocks } from '../../report/plan/runbook.ts'
import { renderPlanText } from '../../report/plan/text.ts'
import { userChangesBlocks } from '../../report/plan/user-changes.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'

let result: PlanResult

beforeAll(() => {
  const reader = nodeSourceReader('.')
  const loaded = loadPlan('scenarios/plans/passwordless/plan.yaml', reader)
  const features = featureJudge('.', reader)
  const played = loaded.ok ? playPlan(loaded.value, { reader, ...(features && { features }) }) : loaded
  if (!played.ok) throw new Error('the plan is valid')
  result = played.value
})

test('people read the names of clients, and nothing that is the same before and after', () => {
  const text = blocksMarkdown(userChangesBlocks(result))
  expect(text).toContain('with Outlook, from')
  expect(text).not.toMatch(/ with outlook[ ,]/)
  const pairs = [...text.matchAll(/^- Until then: (.*)\n- From [\d-]+: (.*)$/gm)]
  expect(pairs.length).toBeGreaterThan(0)
  for (const [, before, after] of pairs) expect(before).not.toBe(after)
})

test('the calendar has the dates that change a sign-in, and no others', () => {
  const text = blocksMarkdown(runbookBlocks(result))
  const calendar = text.slice(text.indexOf('## Calendar'), text.indexOf('## Who is affected'))
  const dates = [...calendar.matchAll(/^- (\d{4}-\d\d-\d\d) /gm)].map(([, date]) => date)
  const ofFindings = result.findings
    .flatMap(({ because }) => because)
    .flatMap((one) => ('at' in one ? [new Date(one.at).toISOString().slice(0, 10)] : []))
  expect(new Set(dates)).toEqual(new Set(ofFindings))
  expect(result.dates.length).toBeGreaterThan(dates.length)
})

test('a runbook says what is not ready, and has one page for each stage', () => {
  const text = blocksMarkdown(runbookBlocks(result))
  expect(text.match(/^---$/gm)).toHaveLength(4)
  expect(text).toContain('**Not ready: resolve or accept each of these')
  const [page = ''] = text.split('\n---\n').slice(3)
  expect(page).toContain('## 3\\. Finance and the shop floor must')
  expect(page).toContain('**Stop: do not begin this stage as it is planned.**')
  for (const part of ['Before you begin', 'What to change', 'Who notices what', 'Afterwards', 'Way back'])
    expect(page).toContain(`### ${part}`)
  expect(blocksHtml('x', runbookBlocks(result)).match(/<section>/g)).toHaveLength(5)
})

test('the Gantt chart is one that Mermaid reads, whatever the stages are called', async () => {
  const hostile = 'section: title; %%{init}%% #35; "a" <b>'
  const stages = result.stages.map((stage) => ({ ...stage, name: hostile }))
  const exceptions = [{ name: hostile, owner: 'x', reason: 'x', stage: 1, expires: result.until }]
  for (const one of [result, { ...result, plan: hostile, stages, exceptions }])
    await expect(parsedGantt(renderPlanGantt(one))).resolves.toBe('gantt')
})

async function parsedGantt(text: string): Promise<string> {
  // Reading a sequence diagram first puts the stand-in for a browser in place.
  await parsedDiagram('sequenceDiagram\n  A->>B: x')
  const { default: mermaid } = await import('mermaid')
  return (await mermaid.parse(text)).diagramType
}

test('people read what changes for them, and nothing that contradicts itself', () => {
  const text = blocksMarkdown(userChangesBlocks(result))
  expect(text).toContain('## Emergency access\n\nNothing changes for you')
  expect(text).toMatch(/From 2026-07-01: Browser cannot be used to read mail here/)
  expect(text).not.toMatch(/asks you for nothing\. Then/)
})

test('the content of an entry that comes or goes is left to the file', () => {
  expect(renderPlanText(result)).not.toContain('{"')
})
