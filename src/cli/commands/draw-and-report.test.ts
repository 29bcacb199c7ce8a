import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/memory-source.ts'
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

  test('says which session it drew when several are meant', async () => {
    const { stderr } = await recordedRun(['diagram', founding, '-c', 'outlook-2010'])
    expect(stderr).toContain('the first of')
  })
})

describe('report', () => {
  test('writes Markdown and HTML a file, and the rules beside them', async () => {
    const { code, stdout, files } = await recordedRun(['report', founding, '-o', 'out'])
    expect(code).toBe(0)
    expect(stdout).toBe('')
    const base = 'out/federated-skype-on-premises'
    expect(Object.keys(files)).toEqual([`${base}.md`, `${base}.html`, 'out/rules.md'])
    expect(files[`${base}.md`]).toContain('```mermaid')
    expect(files[`${base}.html`]).toContain("default-src 'none'")
  })

  test('the page carries the tenant file and the test results', async () => {
    const run = JSON.stringify({
      features: [
        { uri: 'a.feature', name: 'A', scenarios: [{ name: 'S', line: 3, status: 'undefined', message: 'no' }] },
      ],
    })
    const memory = memorySourceReader({ 'tenant.yaml': bareTenant, 'run.json': run })
    const { files } = await recordedRun(['report', 'tenant.yaml', '-f', 'html:out.html', '--tests', 'run.json'], memory)
    const data = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(files['out.html'] ?? '')?.[1] ?? ''
    expect(JSON.parse(data)).toMatchObject({
      file: 'tenant.yaml',
      files: { 'tenant.yaml': bareTenant },
      tests: [{ uri: 'a.feature', scenarios: [{ name: 'S', line: 3, status: 'failed', message: 'no' }] }],
    })
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
