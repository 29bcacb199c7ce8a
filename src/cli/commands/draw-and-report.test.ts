import { describe, expect, test } from 'vitest'
import { project } from '../../gherkin/run/run-features.fixture.ts'
import { contentHash, digestOf } from '../../source/files/content-hash.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { bareTenant, founding, oneSignIn, recordedRun } from '../recorded-run.fixture.ts'

describe('diagram', () => {
  test('writes Mermaid text, and Markdown around it', async () => {
    const mmd = await recordedRun(['diagram', founding, ...oneSignIn])
    const md = await recordedRun(['diagram', founding, ...oneSignIn, '-o', 'out.md', '-o', 'out.mmd'])
    expect(mmd.stdout).toContain('sequenceDiagram')
    expect(md.stdout).toBe('')
    expect(md.files['out.mmd']).toBe(mmd.stdout)
    expect(md.files['out.md']).toBe(`\`\`\`mermaid\n${mmd.stdout}\`\`\`\n`)
  })

  test('writes SVG and PlantUML without a browser, the same bytes into any file', async () => {
    const words = ['-o', 'a/one.svg', '-o', 'other.svg', '-o', 'one.puml']
    const variables = { AUTHPLAN_BROWSER: '/nowhere/chromium' }
    const { code, files } = await recordedRun(['diagram', founding, ...oneSignIn, ...words], undefined, { variables })
    expect(code).toBe(0)
    expect(files['a/one.svg']).toMatch(/^<\?xml[\s\S]*<\/svg>\n$/)
    expect(files['other.svg']).toBe(files['a/one.svg'])
    expect(files['one.puml']).toMatch(/^@startuml\n[\s\S]*\n@enduml\n$/)
  })

  test('is drawn by Mermaid where it is asked to, and by the browser alone for an image', {
    timeout: 60_000,
  }, async () => {
    const words = ['diagram', founding, ...oneSignIn]
    const { code, files } = await recordedRun([...words, '--renderer', 'mermaid', '-o', 'one.svg'])
    // What a browser draws is bytes; this product's own SVG is text.
    expect([code, files['one.svg']]).toEqual([0, expect.stringMatching(/^\d{5} bytes$/)])
    const image = await recordedRun([...words, '-o', 'one.pdf'])
    expect([image.code, Object.keys(image.files)]).toEqual([0, ['one.pdf']])
    const text = await recordedRun([...words, '--renderer', 'mermaid'])
    expect([text.code, text.stderr]).toEqual([2, expect.stringContaining('no effect on text')])
  })

  test('says in words what an image is missing', async () => {
    const variables = { AUTHPLAN_BROWSER: '/nowhere/chromium' }
    const { code, stderr, files } = await recordedRun(['diagram', founding, ...oneSignIn, '-o', 'one.png'], undefined, {
      variables,
    })
    expect({ code, files }).toEqual({ code: 2, files: {} })
    expect(stderr).toContain('cannot start the browser `/nowhere/chromium`')
  })

  test('folds legs to their outcome, in every notation', async () => {
    const one = ['-u', 'Exchange administrator', '-c', 'skype-for-business-2016', '-p', 'check-free-busy']
    const outputs = ['-o', 'one.mmd', '-o', 'one.puml', '-o', 'one.svg']
    const whole = await recordedRun(['diagram', founding, ...one, ...outputs])
    const folded = await recordedRun(['diagram', founding, ...one, ...outputs, '--fold', 'registrar'])
    for (const name of ['one.mmd', 'one.puml', 'one.svg']) {
      expect(whole.files[name]).toContain('connects (SIP)')
      expect(folded.files[name]).not.toContain('connects (SIP)')
      expect(folded.files[name]).toContain('Registrar (1 of 2)')
    }
    const { code, stderr } = await recordedRun(['diagram', founding, ...one, '--fold', 'mailbox'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('`registrar`, `exchange-web-services`')])
  })

  test('says which session it drew when several are meant', async () => {
    const { stderr } = await recordedRun(['diagram', founding, '-c', 'outlook-2010'])
    expect(stderr).toContain('the first of')
  })
})

describe('report', () => {
  test('writes Markdown and HTML a file, and the rules next to them', async () => {
    const { code, stdout, files } = await recordedRun(['report', founding, '-o', 'out'])
    expect(code).toBe(0)
    expect(stdout).toBe('')
    const base = 'out/federated-skype-on-premises'
    expect(Object.keys(files)).toEqual([`${base}.md`, `${base}.html`, 'out/rules.md'])
    expect(files[`${base}.md`]).toContain('```mermaid')
    expect(files[`${base}.html`]).toContain("default-src 'none'")
  })

  const recorded = (...scenarios: readonly object[]): string =>
    JSON.stringify({ features: [{ uri: 'a.feature', name: 'A', scenarios }] })
  const now = contentHash('tenant.yaml', new Map([['tenant.yaml', digestOf(bareTenant)]]))
  const on = (file: string, sha256: string, changed = false) => ({ tenants: [{ file, sha256, changed }] })
  const dataOf = (html: string | undefined) =>
    JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html ?? '')?.[1] ?? '')

  test('the page carries the tenant file and the results of tests that ran on it as it is', async () => {
    const run = recorded(
      { name: 'S', line: 3, status: 'undefined', message: 'no', ...on('tenant.yaml', now) },
      { name: 'changes', line: 4, status: 'passed', ...on('./tenant.yaml', now, true) },
      {
        name: 'both',
        line: 5,
        status: 'passed',
        tenants: [...on('b.yaml', 'b').tenants, ...on('tenant.yaml', now).tenants],
      },
      { name: 'older', line: 6, status: 'passed', ...on('tenant.yaml', 'other') },
      { name: 'copy', line: 7, status: 'passed', ...on('copy/tenant.yaml', now) },
      { name: 'inline', line: 8, status: 'passed', tenants: [] },
      { name: 'stopped', line: 9, status: 'failed', tenants: [] },
    )
    const memory = memorySourceReader({ 'tenant.yaml': bareTenant, 'run.json': run })
    const words = ['report', 'tenant.yaml', '-f', 'html:out.html', '-f', 'markdown:out.md', '--tests', 'run.json']
    const { files } = await recordedRun(words, memory)
    expect(dataOf(files['out.html'])).toMatchObject({
      file: 'tenant.yaml',
      files: { 'tenant.yaml': bareTenant },
      tests: {
        features: [
          {
            uri: 'a.feature',
            name: 'A',
            scenarios: [
              { name: 'S', line: 3, status: 'failed', message: 'no' },
              { name: 'changes', line: 4, status: 'passed', changed: true },
              { name: 'both', line: 5, status: 'passed' },
            ],
          },
        ],
        older: 1,
        others: 2,
        stopped: 1,
        unrecorded: 0,
      },
    })
    expect(files['out.md']).toContain('2 of 3 scenarios for the current version of this file pass, 1 does not.')
    expect(files['out.md']).toContain('1 scenario ran on an older version of this file and is not counted.')
  })

  test('a recording that does not say what it ran on counts for nothing', async () => {
    const run = recorded({ name: 'S', line: 3, status: 'passed' })
    const memory = memorySourceReader({ 'tenant.yaml': bareTenant, 'run.json': run })
    const words = ['report', 'tenant.yaml', '-f', 'html:out.html', '-f', 'markdown:out.md', '--tests', 'run.json']
    const { files } = await recordedRun(words, memory)
    expect(dataOf(files['out.html'])).toMatchObject({ tests: { features: [], unrecorded: 1 } })
    expect(files['out.md']).toContain('The recorded run has no scenario for the current version of this file.')
    expect(files['out.md']).toContain('record the run again')
  })

  test('a run counts until the tenant file, its policies or its people change', async () => {
    const policy = {
      displayName: 'Block',
      state: 'enabled',
      conditions: { users: { includeUsers: ['All'] }, applications: { includeApplications: ['All'] } },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    }
    const people =
      'userPrincipalName,displayName,perUserMfaState,registered,appPasswords\nada@contoso.com,Ada,disabled,true,\n'
    const one = project({
      'scenarios/own.yaml': `${bareTenant}users: { from: people.csv }\nnetworks: [{ name: office, ranges: [203.0.113.0/24] }]\nconditionalAccess: { policies: [policies/*.json] }\n`,
      'scenarios/people.csv': people,
      'scenarios/policies/block.json': JSON.stringify(policy),
      'features/a.feature':
        'Feature: A\n  Scenario: one\n    Given the tenant architecture "own"\n    Then the tenant architecture has no finding POL-1\n',
    })
    one.write('run.json', (await one.run('json')).stdout)
    const counted = async (): Promise<number> => {
      const words = ['report', 'scenarios/own.yaml', '-f', 'html:out.html', '--tests', 'run.json']
      const { files, stderr } = await recordedRun(words, nodeSourceReader(one.folder), { cwd: one.folder })
      expect(stderr).toContain('wrote out.html')
      return dataOf(files['out.html']).tests.features.length
    }
    expect(await counted()).toBe(1)
    one.write('scenarios/people.csv', people.replace('disabled', 'enforced'))
    expect(await counted()).toBe(0)
    one.write('scenarios/people.csv', people)
    expect(await counted()).toBe(1)
    one.write('scenarios/policies/more.json', JSON.stringify({ ...policy, displayName: 'More' }))
    expect(await counted()).toBe(0)
    one.remove()
  })

  test.each(['{}', 'no json'])('%s is no test result', async (text) => {
    const memory = memorySourceReader({ 'tenant.yaml': bareTenant, 'run.json': text })
    expect(await recordedRun(['report', 'tenant.yaml', '--tests', 'run.json'], memory)).toMatchObject({
      code: 2,
      files: {},
    })
  })

  test('the helpdesk gets one page a client', async () => {
    const { files } = await recordedRun(['report', founding, '--audience', 'user', '-o', 'out'])
    expect(files['out/federated-skype-on-premises/outlook-2010.md']).toContain('what do I type?')
  })

  test('refuses two reports of one name', async () => {
    expect(await recordedRun(['report', founding, founding])).toMatchObject({ code: 2, files: {} })
  })
})
