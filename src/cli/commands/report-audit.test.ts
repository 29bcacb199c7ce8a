import { expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const file = 'scenarios/conditional-access.yaml'
const leaving = 'scenarios/leaving-ad-fs.yaml'

const auditOf = async (tenant: string, ...words: readonly string[]): Promise<{ markdown: string; html: string }> => {
  const { code, files } = await recordedRun(['report', tenant, '--audience', 'auditor', '-o', 'out', ...words])
  expect(code).toBe(0)
  const [base] = tenant.replace(/^.*\//, '').split('.')
  return { markdown: files[`out/${base}.md`] ?? '', html: files[`out/${base}.html`] ?? '' }
}

test('an auditor gets every policy in words on a page of its own, with its line and its sign-ins', async () => {
  const { markdown, html } = await auditOf(file)
  const loaded = loadTenant(file, nodeSourceReader('.'))
  const policies = loaded.ok ? loaded.value.conditionalAccess.policies : []
  expect(policies.length).toBe(4)
  const headings = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text = '']) => text)
  for (const { name, origin } of policies) {
    const [, section = ''] = markdown.split(`## Policy: ${name}\n`)
    const [own = ''] = section.split('\n---\n')
    expect(own).toContain(`${origin.file}:${origin.line}`)
    expect(own).toMatch(/### Users\n\n- .*\n/)
    expect(own).toMatch(/### Evidence\n\n(It applied in|If it were enforced)/)
    expect(
      headings.some((text) => text.includes(name)),
      name,
    ).toBe(true)
  }
  expect(markdown).toContain('Block legacy authentication | MFA for executives |')
  expect(markdown).toMatch(/If it were enforced, it would apply in \d+ of 132 sign-ins; for example /)
  expect(markdown).toContain('## Which credential, for whom, with which client')
  expect(markdown).toContain('No recorded run was given')
  expect(html.includes('<script')).toBe(false)
  expect(html.match(/<section>/g)?.length).toBe(policies.length + 4)
})

test('it has the locations and strengths with the policies that name them, and what the file contributes', async () => {
  const whole = (await auditOf(file)).markdown
  const markdown = whole.slice(whole.indexOf('## Named locations'), whole.indexOf('## Which credential'))
  expect(markdown).toContain('## What the file contributes')
  expect(markdown).toMatch(
    /### Read by no decision\n\n- scenarios\/conditional-access\.yaml:106: the policy Block unknown countries/,
  )
  expect(markdown).toContain('### Assumed, because the file does not set it')
  const office = (await auditOf(leaving)).markdown
  expect(office.split('\n').filter((line) => line.startsWith('| Office |'))).toEqual([
    '| Office | 203\\.0.113.0/24 | Registration only in the office |',
  ])
  const strengths = (await auditOf('scenarios/passwordless-company.yaml')).markdown
  expect(strengths).toMatch(/\| Strength \| Holds \| Named by \|/)
})

test('requirements are the tags of the scenarios that ran on the file', async () => {
  const run = await recordedRun(['test', 'features/leaving-ad-fs.feature', '-f', 'json'])
  const path = 'run.json'
  const reader = nodeSourceReader(process.cwd())
  const withRun: typeof reader = {
    ...reader,
    read: (name, from) =>
      name === path ? { ok: true, value: { name, text: run.stdout }, warnings: [] } : reader.read(name, from),
  }
  const { files } = await recordedRun(
    ['report', leaving, '--audience', 'auditor', '-o', 'out', '--tests', path],
    withRun,
  )
  const [, markdown = ''] = (files['out/leaving-ad-fs.md'] ?? '').split(/## (?=Requirements and|What the file)/)
  expect(markdown).toContain('| Requirement | Holds | Evidence |')
  expect(markdown).toMatch(/^\| .* \| yes \| passed: .*leaving-ad-fs\.feature:\d+/m)
}, 60_000)

test('a tenant without policies says so', async () => {
  const { markdown } = await auditOf('scenarios/hybrid-autodiscover.yaml')
  expect(markdown).toContain('The file declares no Conditional Access policies.')
  expect(markdown).toContain('The file declares no named locations.')
})
