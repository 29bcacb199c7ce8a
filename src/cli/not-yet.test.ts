import { expect, test } from 'vitest'
import { kinds } from './commands/import.ts'
import { commandNames } from './commands.ts'
import { commandsToCome, importsToCome } from './not-yet.ts'
import { recordedRun } from './recorded-run.fixture.ts'

test('nothing that exists is still to come', () => {
  const exists: readonly string[] = commandNames
  const imported: readonly string[] = kinds
  expect([...commandsToCome.keys()].filter((name) => exists.includes(name))).toEqual([])
  expect([...importsToCome.keys()].filter((name) => imported.includes(name))).toEqual([])
})

test.each([...commandsToCome.keys()])(
  '`authplan %s` is not yet there, with 2 and without a suggestion',
  async (name) => {
    for (const words of [[name], [name, '--help'], ['help', name], [name, 'tenant.yaml', '-f', 'json']]) {
      const { code, stdout, stderr } = await recordedRun(words)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^error: `authplan [\w-]+` does not exist yet; it will answer .*\n {2}help: .*--help/)
      expect(stderr).not.toContain('did you mean')
    }
  },
)

test.each([...importsToCome.keys(), 'adfs', 'AD FS', 'Microsoft365DSC', 'CSV', 'Exchange'])(
  '`import %s` is not yet there',
  async (kind) => {
    const { code, stdout, stderr } = await recordedRun(['import', kind, 'exports'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/cannot be imported yet\n {2}help: .*`graph`/)
  },
)

test.each([
  ['graph', 'exports', '--into', 'tenant.yaml'],
  ['graph', 'exports', '--into=tenant.yaml'],
  ['graph', 'exports', '--only', 'policies'],
  ['exports/policies.json'],
  ['exports/'],
  ['policies.json', 'locations.json'],
])('`import %s %s` is not yet there', async (...words) => {
  const { code, stdout, stderr } = await recordedRun(['import', ...words])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^error: .* yet.*\n {2}help: /)
})

test('the help lists no command that is to come', async () => {
  const { stdout } = await recordedRun(['--help'])
  for (const name of commandsToCome.keys()) expect(stdout).not.toMatch(new RegExp(`^  ${name} `, 'm'))
})
