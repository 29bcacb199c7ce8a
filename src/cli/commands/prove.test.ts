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

  test('a claim about nobody does not withhold the answers to the others, and says how to ask of anyone', async () => {
    const nobody = 'administrators are never blocked'
    const { stdout, stderr } = await run('prove', 'a.yaml', false1, nobody)
    expect(stdout).toMatch(/^refuted/m)
    expect(stderr).toContain('--any-membership')
    expect((await run('prove', 'a.yaml', nobody)).stdout).toBe('')
    expect((await run('prove', 'a.yaml', nobody, '--any-membership')).code).toBeLessThan(2)
  })

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

describe('prove with a file of claims', () => {
  const claims = `claims:
  - ${true1}
  - claim: ${false1}
    because: REQ-7, legacy protocols are retired
`
  const withFiles = (more: Readonly<Record<string, string>>) => (words: readonly string[]) =>
    recordedRun(words, memorySourceReader({ 'estate/a.yaml': text, ...more }))

  test('judges those beside the tenant file where none is given', async () => {
    const beside = withFiles({ 'estate/prove.yaml': claims })
    const { code, stdout } = await beside(['prove', 'estate/a.yaml', '-f', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout).claims).toMatchObject([
      { claim: true1, answer: 'proved', statedAt: { file: 'estate/prove.yaml', line: 2, column: 5 } },
      { claim: false1, answer: 'refuted', because: 'REQ-7, legacy protocols are retired', statedAt: { line: 3 } },
    ])
    const { stdout: words } = await beside(['prove', 'estate/a.yaml'])
    expect(words).toContain('estate/prove.yaml:3:12: REQ-7, legacy protocols are retired')
    const { stdout: given } = await beside(['prove', 'estate/a.yaml', true1])
    expect(given).not.toContain(false1)
  })

  test('adds those of the file that is named to those that are given', async () => {
    const named = withFiles({ 'claims.yaml': claims })
    const { stdout } = await named([
      'prove',
      'estate/a.yaml',
      'legacy clients to Exchange Online get in nowhere',
      '--claims',
      'claims.yaml',
      '-f',
      'json',
    ])
    expect(JSON.parse(stdout).claims).toHaveLength(3)
  })

  test.each([
    ['no file', {}, /no claim is given, and there is no file estate\/prove\.yaml/],
    ['words that are no claim', { 'estate/prove.yaml': 'claims:\n  - all is well\n' }, /estate\/prove\.yaml:2:5 /],
    [
      'a claim about nobody',
      { 'estate/prove.yaml': 'claims: [administrators are never blocked]' },
      /prove\.yaml:1:10 /,
    ],
    [
      'a claim that is always true',
      { 'estate/prove.yaml': 'claims: [every successful sign-in is not blocked]' },
      /prove\.yaml:1:10 /,
    ],
    ['no claims', { 'estate/prove.yaml': 'claims: []' }, /SHAPE-10/],
    ['no list', { 'estate/prove.yaml': 'claims: legacy clients get in nowhere' }, /SHAPE-4/],
    ['a text', { 'estate/prove.yaml': 'legacy clients get in nowhere' }, /SHAPE-4/],
    ['an unknown key', { 'estate/prove.yaml': 'claim: [x]' }, /SHAPE-1/],
    ['a number', { 'estate/prove.yaml': 'claims: [7]' }, /SHAPE-4/],
    ['a reason without a claim', { 'estate/prove.yaml': 'claims: [{ because: x }]' }, /SHAPE-2/],
    ['an empty reason', { 'estate/prove.yaml': 'claims: [{ claim: x, because: [] }]' }, /SHAPE-4/],
  ] as const)('%s is a mistake with its place', async (_, more, said) => {
    const { code, stderr } = await withFiles(more)(['prove', 'estate/a.yaml'])
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)])
  })
})
