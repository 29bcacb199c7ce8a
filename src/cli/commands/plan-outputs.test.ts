import { beforeAll, expect, test } from 'vitest'
import { featureJudge } from '../../gherkin/run/judge-feature.ts'
import { playPlan } from '../../plan/play/play-plan.ts'
import type { PlanResult } from '../../plan/result.ts'
import { loadPlan } from '../../plan/states/load-plan.ts'
import { parsedDiagram } from '../../report/drawing/mermaid-parse.fixture.ts'
import { renderPlanGantt } from '../../report/plan/gantt.ts'
import { renderPlanMarkdown } from '../../report/plan/markdown.ts'
import { personaBlocks, personaCsv } from '../../report/plan/persona-table.ts'
import { runbookBlocks } from '../../report/plan/runbook.ts'
import { pictureBlocks } from '../../report/plan/sign-in-pictures.ts'
import { renderPlanText } from '../../report/plan/text.ts'
import { userChangesBlocks } from '../../report/plan/user-changes.ts'
import { blocksHtml, blocksMarkdown } from '../../report/text/blocks.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'

let result: PlanResult

function playedPlan(name: string): PlanResult {
  const reader = nodeSourceReader('.')
  const loaded = loadPlan(`scenarios/plans/${name}/plan.yaml`, reader)
  const features = featureJudge('.', reader)
  const played = loaded.ok ? playPlan(loaded.value, { reader, details: true, ...(features && { features }) }) : loaded
  if (!played.ok) throw new Error('the plan is valid')
  return played.value
}

beforeAll(() => {
  result = playedPlan('passwordless')
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
  expect(text.match(/^---$/gm)).toHaveLength(5)
  expect(text).toContain('**Not ready: resolve or accept each of these')
  const [page = ''] = text.split('\n---\n').slice(3)
  expect(page).toContain('## 3\\. Finance and the shop floor must')
  expect(page).toContain('**Stop: do not begin this stage as it is planned.**')
  for (const part of ['Before you begin', 'What to change', 'Who notices what', 'Afterwards', 'Way back'])
    expect(page).toContain(`### ${part}`)
  expect(blocksHtml('x', runbookBlocks(result)).match(/<section>/g)).toHaveLength(6)
})

test('the stage of a merge stops where day one strands someone, and says what its new mailboxes make possible', () => {
  const text = blocksMarkdown(runbookBlocks(playedPlan('merge')))
  expect(text).toMatch(/^\| 2\\\. Day one \|.*\| stop \|/m)
  const [, , page = ''] = text.split('\n---\n')
  expect(page).toMatch(/^- day one of the merge: clerk.* is stranded .*needs a Temporary Access Pass/m)
  expect(page).toContain('- 3 users: can do what was not possible before')
  expect(page).not.toContain('No sign-in changes.')
})

test('a stage that leaves as it is what an earlier one brought says so', () => {
  const stages = renderPlanText(result).split(/^(?=Stage )/m)
  const line = 'at its end, compared with the start: '
  expect(stages[2]).toContain(`${line}asked-otherwise 2 users (Engineers: 1, Finance: 1)`)
  expect(stages[3]).toContain(`${line}stranded 1 user (Shop floor: 1); asked-otherwise 2 users`)
  expect(stages[4]).toContain(`${line}asked-otherwise 3 users (Engineers: 1, Finance: 1, Shop floor: 1)`)
  const [, , page = ''] = blocksMarkdown(runbookBlocks(result)).split('\n---\n')
  expect(page).toContain('### At the end of the stage, compared with the start')
  expect(page).toContain('- 2 users (Engineers: 1, Finance: 1): asked for something else (for example ')
  expect(renderPlanMarkdown(result)).toContain(`- ${line}stranded 1 user`)
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

test('people whose methods are fewer than before are told which are left', () => {
  const [, engineers = ''] = blocksMarkdown(userChangesBlocks(result)).split(/^## /m)
  expect(engineers).toContain('### 2\\. Engineers must')
  const [, , must = ''] = engineers.split('### ')
  expect(must).toContain('You can sign in with a passkey or Windows Hello for Business or password and Authenticator.')
  expect(must).toContain('- What to do: have a passkey or Windows Hello for Business ready from 2026-06-15.')
})

test('the content of an entry that comes or goes is left to the file', () => {
  expect(renderPlanText(result)).not.toContain('{"')
})

test('the matrix says what each cohort presents at each stage, and why a sign-in fails', () => {
  const text = blocksMarkdown(personaBlocks(result))
  const [row = ''] = /^\| Browser .*53003.*$/m.exec(text.slice(text.indexOf('## Shop floor'))) ?? []
  const cells = row.split(' | ').slice(3)
  expect(cells).toHaveLength(result.stages.length)
  expect(cells[0]).toContain('password and text message')
  expect(cells[1]).toBe('as before')
  expect(cells[3]).toContain('✕ blocked (by "Phishing-resistant by persona", AADSTS53003)')
  expect(cells[4]).toContain('a passkey')
  expect(text).toMatch(/## Emergency access\n\nNothing changes for this cohort:\n\n- Browser/)
})

test('the matrix counts everyone of a cohort at each point', () => {
  const { matrix } = result.details ?? { matrix: { points: [], rows: [] } }
  expect(matrix.points.map(({ stage }) => stage)).toEqual([0, 1, 2, 3, 4])
  for (const { persona, cells } of matrix.rows) {
    const size = result.cohorts.find(({ cohort }) => cohort === persona)?.users
    for (const outcomes of cells) expect(outcomes.reduce((sum, { users }) => sum + users, 0)).toBe(size)
  }
  const lines = personaCsv(result).trimEnd().split('\r\n')
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^Shop floor,3,Finance and the shop floor must,2026-07-01,browser,read-mail,internet,1,blocked,/,
    ),
  )
})

test('every change of a cohort is drawn before and after, and the text is one that Mermaid reads', async () => {
  const pairs = result.details?.pairs ?? []
  const changed = new Set(
    result.findings.flatMap(({ stage, cohorts }) => cohorts.map(({ cohort }) => `${stage} ${cohort}`)),
  )
  expect(new Set(pairs.map(({ stage, persona }) => `${stage} ${persona}`))).toEqual(changed)
  const text = blocksMarkdown(pictureBlocks(result))
  const drawn = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, diagram = '']) => diagram)
  expect(drawn).toHaveLength(2 * pairs.length)
  for (const diagram of drawn) await expect(parsedDiagram(diagram)).resolves.toBeDefined()
  const html = blocksHtml('x', runbookBlocks(result, { pictures: true }))
  expect(html.match(/<svg [^>]*class="sequence"/g)).toHaveLength(2 * pairs.length)
  expect(html).toContain('aria-labelledby="gantt-title"')
})

test('a member that comes to a list is named, not shown as a value', () => {
  const text = blocksMarkdown(runbookBlocks(result))
  expect(text).toMatch(/groups\\\[Phishing-resistant\\\]\.members: engineer&#64;litware\.com added/)
  expect(text).not.toContain('not stated → "engineer')
})
