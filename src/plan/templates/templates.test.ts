import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import { hasErrors } from '../../source/diagnostics/diagnostic.ts'
import { readDocument } from '../../source/document/located-document.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { loadPlanText } from '../states/load-plan.ts'
import { draftText, isDraft, type Subject } from './scaffold.ts'
import { templateNames, templates } from './templates.ts'

const reader = nodeSourceReader('.')
const files = [
  ...readdirSync('scenarios').filter((name) => name.endsWith('.yaml')),
  ...readdirSync('scenarios/plans').map((name) => `plans/${name}/today.yaml`),
]

function subjectOf(file: string): Subject {
  const path = `scenarios/${file}`
  const loaded = loadTenant(path, reader)
  const read = reader.read(path)
  const value = read.ok ? readDocument(read.value).document?.value : undefined
  if (!loaded.ok || !isMapping(value)) throw new Error(`${file} does not load`)
  return { tenant: loaded.value, value }
}

const subjects = files.map((file): readonly [string, Subject] => [file, subjectOf(file)])

const ofOneTenant = templateNames.filter((name) => name !== 'merge')

test.each(ofOneTenant)('the draft %s passes the check for every tenant of the library that it suits', (name) => {
  const suited = subjects.flatMap(([file, subject]) => {
    const draft = templates[name](subject)
    if (!isDraft(draft)) {
      expect(draft.because).not.toBe('')
      return []
    }
    const text = draftText(draft, subject, file)
    const plan = loadPlanText({ name: `scenarios/draft-${name}.yaml`, text }, reader)
    const problems = plan.ok ? [] : plan.diagnostics.filter((one) => hasErrors([one]))
    expect(
      problems.map(({ code, args }) => `${file} ${code} ${JSON.stringify(args)}`),
      text,
    ).toEqual([])
    return [file]
  })
  expect(suited.length).toBeGreaterThan(1)
})

const merges = subjects.flatMap(([file, subject]) =>
  subjects
    .filter(([other]) => other !== file)
    .map(([other, { tenant }]) => [file, other, { ...subject, source: tenant }] as const),
)

test('the draft of a merge of two tenants of the library passes the check, whichever they are', () => {
  let suited = 0
  for (const [file, other, subject] of shareOf(merges, 37)) {
    const draft = templates.merge(subject)
    if (!isDraft(draft)) continue
    const text = draftText(draft, subject, file, other)
    const plan = loadPlanText({ name: 'scenarios/draft-merge.yaml', text }, reader)
    const problems = plan.ok ? [] : plan.diagnostics.filter((one) => hasErrors([one]))
    expect(
      problems.map(({ code, args }) => `${file} ${other} ${code} ${JSON.stringify(args)}`),
      text,
    ).toEqual([])
    suited += 1
  }
  expect(suited).toBeGreaterThan(10)
})

test('a person of the source becomes the only account of that name in the target, otherwise a new one', () => {
  const target = subjectOf('plans/merge/today.yaml')
  const source = subjectOf('plans/merge/fabrikam.yaml').tenant
  const draft = templates.merge({ ...target, source })
  expect(isDraft(draft) && draft.merge?.people).toEqual([
    { from: 'controller@fabrikam.com', to: 'controller.fabrikam@contoso.com' },
    { from: 'clerk@fabrikam.com', to: 'clerk.fabrikam@contoso.com' },
    { from: 'engineer@fabrikam.com', to: 'engineer.fabrikam@contoso.com' },
    { from: 'intern@fabrikam.com', to: 'intern@contoso.com' },
  ])
})

test('every stage of a draft cites the page that describes it', () => {
  const subject = subjectOf('plans/leave-ad-fs/today.yaml')
  const draft = templates['leave-ad-fs'](subject)
  const text = isDraft(draft) ? draftText(draft, subject, 'today.yaml') : ''
  const stages = isDraft(draft) ? draft.stages.length : 0
  expect(text.match(/^ {2}# .+, https:\/\/.+ \(read \d{4}-\d\d-\d\d\)$/gm)).toHaveLength(stages)
})
