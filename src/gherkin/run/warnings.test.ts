import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { type Project, project } from './run-features.fixture.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

const tenant = readFileSync('scenarios/conditional-access.yaml', 'utf8').replace(
  'clientAppTypes: [exchangeActiveSync, other]',
  'clientAppTypes: [exchangeActiveSync, other]\n        somethingNew: { includeAll: true }',
)

const scenario = (name: string): string =>
  [
    `  Scenario: ${name}`,
    '    Given the tenant architecture "partly"',
    '    When clerk@northwind.com uses Outlook 2010 to read mail',
    '    Then the legs are:',
    '      | leg     |',
    '      | mailbox |',
    '',
  ].join('\n')

function warned(): Project {
  const text = ['Feature: A', '', scenario('one'), scenario('two')].join('\n')
  const one = project({ 'features/a.feature': text, 'scenarios/partly.yaml': tenant })
  open.push(one)
  return one
}

test('the warnings of a tenant are shown once, and do not fail the run', async () => {
  const { exitCode, stderr, stdout } = await warned().run()
  expect(stderr.match(/scenarios\/partly\.yaml:\d+:\d+ warning\[POL-1\].*somethingNew/g)).toHaveLength(1)
  expect(stdout).toMatch(
    /depend on policies that are only partly understood: .*a\.feature:3 and 1 more\n {2}Block legacy authentication \(POL-1\)/,
  )
  expect(stdout).toMatch(/all passed/)
  expect(exitCode).toBe(0)
})

test('with strict they fail it, in every report', async () => {
  const one = warned()
  for (const format of ['text', 'json', 'junit', 'html', 'github', 'markdown'] as const) {
    const { exitCode, stdout } = await one.run(format, { strict: true })
    expect(stdout).toContain('somethingNew')
    expect(stdout).toContain('scenarios/partly.yaml')
    expect([format, exitCode]).toEqual([format, 1])
  }
})

test.each(['json', 'junit', 'html', 'markdown'] as const)(
  '%s names the policies that scenarios rest on',
  async (format) => {
    const { exitCode, stdout } = await warned().run(format)
    expect(stdout).toMatch(/(?:[Dd]epends? |restsOn)[\s\S]*Block legacy authentication[\s\S]*POL-1/)
    expect(exitCode).toBe(0)
  },
)

test('what a scenario lays over the file brings only its own warnings', async () => {
  const one = warned()
  const change = [
    '    Given the tenant architecture "partly"',
    '    And the tenant architecture has these changes:',
    '      """yaml',
    '      conditionalAccess:',
    '        policies:',
    '          - displayName: Block legacy authentication',
    '            somethingOdd: true',
    '      """',
  ].join('\n')
  const text = `Feature: A\n\n${scenario('one').replace('    Given the tenant architecture "partly"', change)}`
  one.write('features/a.feature', text)
  const { stderr } = await one.run()
  expect(stderr.match(/warning\[POL-1\]/g)).toHaveLength(2)
  expect(stderr).toMatch(/features\/a\.feature:10:13 warning\[POL-1\].*somethingOdd/)
})

test('the warnings of a tenant that is only compared with are shown, and fail a strict run', async () => {
  const text = ['Feature: A', '', '  Scenario: one', '    Given the tenant architecture "conditional-access"']
  const compared = '    Then compared with the tenant architecture "partly", no credential changes'
  const one = project({
    'features/a.feature': [...text, compared, ''].join('\n'),
    'scenarios/partly.yaml': tenant.replace('\nname: ', '\nname: Other '),
    'scenarios/conditional-access.yaml': readFileSync('scenarios/conditional-access.yaml', 'utf8'),
  })
  open.push(one)
  const { stderr } = await one.run()
  expect(stderr.match(/scenarios\/partly\.yaml:\d+:\d+ warning\[POL-1\].*somethingNew/g)).toHaveLength(1)
  const { stdout, exitCode } = await one.run('text', { strict: true })
  expect(stdout).toContain('somethingNew')
  expect(exitCode).toBe(1)
})
