import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const readme = readFileSync('README.md', 'utf8')
const blockOf = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the tenant of the tour is valid and gives the answer that the tour asserts', async () => {
  const reader = memorySourceReader({ 'tenant.yaml': blockOf('yaml') })
  expect(await recordedRun(['check', 'tenant.yaml', '--format', 'compact'], reader)).toMatchObject({
    code: 0,
    stdout: '',
  })
  const request = ['-u', 'Ada', '-c', 'outlook-2010', '-p', 'read-mail', '--expect', 'app-password']
  expect((await recordedRun(['simulate', 'tenant.yaml', ...request], reader)).code).toBe(0)
})

test('the feature of the tour holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-tour-'))
  try {
    mkdirSync(join(folder, 'features'))
    writeFileSync(join(folder, 'tenant.yaml'), blockOf('yaml'))
    writeFileSync(join(folder, 'features/mail.feature'), blockOf('gherkin'))
    const { code, stdout } = await recordedRun(['test'], undefined, { cwd: folder })
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('1 scenario') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('every file that the README links to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, file = '']) => file)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((file) => !existsSync(file))).toEqual([])
})
