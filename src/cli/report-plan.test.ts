import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProjectFolder, projectFolder } from './every-command.fixture.ts'

let project: ProjectFolder
beforeAll(() => {
  project = projectFolder()
  for (const name of ['plan', 'today'])
    project.place(
      `move/${name}.yaml`,
      readFileSync(`scenarios/plans/retire-smtp-auth/${name}.yaml`, 'utf8').replace(/\n {6}- feature:.*/g, ''),
    )
})
afterAll(() => project.remove())

test('the report of a plan is the page of its tenant with its stages, and the runbook', async () => {
  const { code, stderr, files } = await project.run('report', 'move/plan.yaml', '-o', 'out')
  expect([code, stderr]).toEqual([0, 'wrote out/plan.md\nwrote out/plan.html\n'])
  const data = JSON.parse(/id="authplan-data">(.*?)<\/script>/.exec(files['out/plan.html'] ?? '')?.[1] ?? '')
  expect(data.file).toBe('move/today.yaml')
  const { name, stages } = data.plan
  expect(stages[0]).toMatchObject({ name: 'Start', text: data.files[data.file] })
  expect(new Set(stages.map((stage: { text: string }) => stage.text)).size).toBe(stages.length)
  expect(stages[2].notes[0].grave, 'the planted lockout').toBe(true)
  expect(files['out/plan.md']).toContain(`# ${name}`)
})

test('for users it says what changes for them, and for auditors it is refused', async () => {
  const { code, files } = await project.run('report', 'move/plan.yaml', '-o', 'out/users', '--audience', 'user')
  expect(code).toBe(0)
  expect(files['out/users/plan.md']).toMatch(/^# .*: what changes for me\?/)
  expect(files['out/users/plan.md']).toMatch(/- What to do: tell the helpdesk before \d{4}-\d\d-\d\d/)
  expect(files['out/users/plan.html']).toContain('what changes for me?')
  const refused = await project.run('report', 'move/plan.yaml', '-o', 'out', '--audience', 'auditor')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('`move/plan.yaml` is a plan')
  const dated = await project.run('report', 'move/plan.yaml', '-o', 'out', '--as-of', '2027-01-01')
  expect(dated.code).toBe(2)
})
