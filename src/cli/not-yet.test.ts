import { expect, test } from 'vitest'
import { commandNames } from './commands.ts'
import { commandsToCome } from './not-yet.ts'
import { recordedRun } from './recorded-run.fixture.ts'

test('nothing that exists is still to come', () => {
  const exists: readonly string[] = commandNames
  expect([...commandsToCome.keys()].filter((name) => exists.includes(name))).toEqual([])
})

test.each([...commandsToCome.keys()])(
  '`authplan %s` is not yet there, with 2 and without a suggestion',
  async (name) => {
    for (const words of [[name], [name, '--help'], ['help', name], [name, 'tenant.yaml', '-f', 'json']]) {
      const { code, stdout, stderr } = await recordedRun(words)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^error: `authplan [\w-]+` is not implemented yet; it will show .*\n {2}help: .*--help/)
      expect(stderr).not.toContain('did you mean')
    }
  },
)

test('the help lists no command that is to come', async () => {
  const { stdout } = await recordedRun(['--help'])
  for (const name of commandsToCome.keys()) expect(stdout).not.toMatch(new RegExp(`^  ${name} `, 'm'))
})
