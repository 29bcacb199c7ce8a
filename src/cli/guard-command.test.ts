import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandName, commandNames } from './commands.ts'
import { nodeEnvironment } from './environment.ts'
import { ordinaryWords, type ProjectFolder, projectFolder } from './every-command.fixture.ts'
import { guardCommand } from './guard-command.ts'
import { loadCommand } from './load-command.ts'

const tenant = 'scenarios/our-tenant.yaml'
let project: ProjectFolder
beforeAll(() => {
  project = projectFolder()
})
afterAll(() => project.remove())

/** Options that take a value, as the command that runs has them. */
async function valued(name: CommandName): Promise<readonly { readonly flag: string; readonly repeatable: boolean }[]> {
  const command = (await loadCommand(name))(nodeEnvironment(process), () => undefined)
  const repeatable = command.options.filter(({ parseArg }) => parseArg !== undefined).map(({ long }) => long)
  guardCommand(command, '.')
  return command.options
    .filter(({ required, optional }) => required || optional)
    .map(({ long, flags }) => ({ flag: long ?? flags, repeatable: repeatable.includes(long) }))
}

describe('an option that counts once', () => {
  test.each(commandNames)('is refused when `%s` gets it twice', async (name) => {
    const words = name in ordinaryWords ? ordinaryWords[name as keyof typeof ordinaryWords] : ['x']
    for (const { flag, repeatable } of await valued(name)) {
      if (repeatable) continue
      const { code, stdout, stderr, files } = await project.run(name, ...words, flag, 'one', flag, 'two')
      expect({ code, stdout, files }, flag).toEqual({ code: 2, stdout: '', files: {} })
      expect(stderr, flag).toMatch(/^error: `--[\w-]+` is given twice: `[^`]+` and `[^`]+`\n {2}help: /)
    }
  })

  test('is the user and the client, by long and by short name', async () => {
    for (const words of [
      ['-u', 'Alex', '--user', 'Nobody'],
      ['-c', 'browser', '--client', 'browser'],
    ])
      expect(await project.run('simulate', tenant, ...words)).toMatchObject({ code: 2, stdout: '' })
  })

  test('may be given again in the next run', async () => {
    for (const _ of [1, 2]) expect((await project.run('simulate', tenant, '-u', 'Alex')).code).toBe(0)
  })
})

describe('two outputs to one file', () => {
  test.each<readonly string[]>([
    ['simulate', tenant, '-f', 'json:a', '-f', 'csv:a'],
    ['simulate', tenant, '-f', 'json:a', '-f', 'csv:./a'],
    ['simulate', tenant, '-f', 'json:a', '-f', 'csv:features/../a'],
    ['simulate', tenant, '-f', 'json:new/a', '-f', 'json:new/a'],
    ['test', '-f', 'junit:a', '-f', 'json:a'],
    ['diagram', tenant, '-o', 'a.md', '-o', 'a.md'],
    ['diagram', tenant, '-o', 'a.md', '-f', 'mmd:a.md'],
    ['report', tenant, '-f', 'html', '-f', 'html:reports/our-tenant.html'],
    ['report', tenant, '-f', 'markdown', '-f', 'markdown'],
    ['report', tenant, '-f', 'markdown', '-f', 'html:reports/rules.md'],
    ['schema', '-o', 'a', '-f', 'json:a'],
    ['gaps', tenant, '--write-baseline', 'a', '-f', 'json:a'],
  ])('are refused: %s %s %s %s %s %s', async (...words) => {
    const { code, stdout, stderr, files } = await project.run(...words)
    expect({ code, stdout, files }).toEqual({ code: 2, stdout: '', files: {} })
    expect(stderr).toContain('two outputs would be written to the same file')
  })

  test('are refused where a link leads from one to the other, be there something or not', async () => {
    symlinkSync('real.json', join(project.folder, 'link.json'))
    for (const words of [
      ['json:link.json', 'csv:real.json'],
      ['json:real.json', 'csv:link.json'],
    ]) {
      const { code, stderr } = await project.run('simulate', tenant, ...words.flatMap((word) => ['-f', word]))
      expect(code).toBe(2)
      expect(stderr).toContain('two outputs would be written to the same file')
    }
  })

  test('are fine where the file is a device', async () => {
    const { code } = await project.run('simulate', tenant, '-f', 'json:/dev/null', '-f', 'csv:/dev/null')
    expect(code).toBe(0)
  })

  test('an output never replaces the input', async () => {
    for (const file of [tenant, `./${tenant}`]) {
      const { code, stderr, files } = await project.run('simulate', tenant, '-f', `json:${file}`)
      expect({ code, files }).toEqual({ code: 2, files: {} })
      expect(stderr).toContain('would replace the input')
    }
  })
})

describe('no command fails without a word', () => {
  test.each<readonly string[]>([
    ['check', 'request.json', '-f', 'json:a'],
    ['diff', tenant, 'other.yaml', '-f', 'json:a'],
    ['gaps', tenant, '-f', 'sarif:a'],
    ['test', '--tags', '@nothing', '-f', 'junit:a'],
  ])('%s', async (...words) => {
    const { code, stdout, stderr, files } = await project.run(...words)
    expect(code).toBeGreaterThan(0)
    expect(stdout).toBe('')
    expect(Object.keys(files)).toEqual(['a'])
    expect(stderr).toMatch(/[^\n]\n$/)
  })

  test('a feature that fails is told on standard error when its report goes to a file', async () => {
    const wrong = 'Feature: x\n  Scenario: y\n    Given the tenant architecture "nowhere"\n    Then x\n'
    project.place('wrong/wrong.feature', wrong)
    const { code, stdout, stderr } = await project.run('test', 'wrong', '-f', 'junit:junit.xml')
    expect({ code, stdout }).toEqual({ code: expect.toBeOneOf([1, 2]), stdout: '' })
    expect(stderr).toContain('wrong/wrong.feature:3')
    const green = await project.run('test', 'features', '-f', 'junit:junit.xml')
    expect(green).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })
})
