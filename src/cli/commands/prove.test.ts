import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const read = nodeSourceReader(process.cwd()).read('scenarios/conditional-access.yaml')
if (!read.ok) throw new Error('the scenario cannot be read')
const { text } = read.value
const unclear = text.replace('builtInControls: [compliantDevice, mfa]', 'builtInControls: [verifiedID]')
const files = memorySourceReader({ 'a.yaml': text, 'unclear.yaml': unclear })
const run = (...words: readonly string[]) => recordedRun(words, files)

const true1 = 'no sign-in by members of Executives with modern clients succeeds without a second factor'
const false1 = 'legacy clients get in nowhere'
const open1 = 'no sign-in by the clerk with browsers to Exchange Online from outside succeeds without a second factor'

describe('prove', () => {
  test.each([
    ['a claim that is proved', ['a.yaml', true1], 0],
    ['a claim that is refuted', ['a.yaml', false1], 1],
    ['a claim that depends on what is not understood', ['unclear.yaml', open1], 1],
    ['two claims, the worse one of which counts', ['a.yaml', true1, false1], 1],
    ['a claim about nobody', ['a.yaml', 'administrators are never blocked'], 2],
    ['a claim about nobody beside one that is proved', ['a.yaml', true1, 'administrators are never blocked'], 2],
    ['a claim that says what it chooses by', ['a.yaml', 'every successful sign-in is not blocked'], 2],
    ['words that are no claim', ['a.yaml', 'all is well'], 2],
    ['a policy that does not exist', ['a.yaml', 'policy "Nonesuch" is never needed'], 2],
    ['a count of sign-ins without end', ['a.yaml', 'at most two sign-ins succeed'], 2],
  ])('%s', async (_, words, code) => expect((await run('prove', ...words)).code).toBe(code))

  test('tells refuted from open', async () => {
    const answers = async (file: string, claim: string) =>
      JSON.parse((await run('prove', file, claim, '-f', 'json')).stdout).claims.map(
        ({ answer }: { answer: string }) => answer,
      )
    expect([await answers('a.yaml', false1), await answers('unclear.yaml', open1)]).toEqual([['refuted'], ['open']])
  })

  test('prints the command that replays a counterexample', async () => {
    const { stdout } = await run('prove', 'a.yaml', false1)
    const [, request = ''] = /authplan what-if a\.yaml -r '(.*)'/.exec(stdout) ?? []
    const replayed = await run('what-if', 'a.yaml', '-r', request)
    expect(JSON.parse(replayed.stdout).combined.decision).toBe('allow')
  })
})
