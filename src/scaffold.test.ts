import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const copy = mkdtempSync(join(tmpdir(), 'authplan-scaffold-'))
const touched = [
  'src/rules',
  'src/catalog',
  'src/tenant/checks',
  'src/source/diagnostics',
  'src/analysis',
  'src/report',
  'src/cli',
]
for (const folder of touched) cpSync(join(root, folder), join(copy, folder), { recursive: true })
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function scaffold(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.ci/new.mjs', '--root', copy, ...words], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, lines: stdout.split('\n'), stderr }
}

const textOf = (file: string): string => readFileSync(join(copy, file), 'utf8')

describe('npm run new', () => {
  test('writes a rule with the next free id, before the rule that always answers', () => {
    const made = scaffold('rule', 'acceptance', 'A guest has no app passwords.')
    expect(made.stderr).toBe('')
    const text = textOf('src/rules/acceptance/a-guest-has-no-app-passwords.ts')
    const id = /id: '(ACC-\d+)'/.exec(text)?.[1]
    expect(id).toBeDefined()
    const others = readFileSync(join(root, 'src/rules/acceptance/index.ts'), 'utf8')
    expect(others).not.toContain('aGuestHasNoAppPasswords')
    const list = textOf('src/rules/acceptance/index.ts')
    expect(list).toMatch(/ {2}aGuestHasNoAppPasswords,\n {2}aCredentialThatFitsAndIsRightIsAccepted,\n\]/)
    expect(list).toContain("import { aGuestHasNoAppPasswords } from './a-guest-has-no-app-passwords.ts'")
  })

  test.each([
    [['client', 'thunderbird-140', 'Thunderbird 140'], 'src/catalog/clients/mail.ts', "id: 'thunderbird-140'"],
    [['client', 'power-bi', 'Power BI', 'applications'], 'src/catalog/clients/applications.ts', "id: 'power-bi'"],
    [['check', 'Two devices of one name'], 'src/tenant/checks/index.ts', '  twoDevicesOfOneName,'],
    [['finding', 'token-not-bound', 'a token is not bound'], 'src/analysis/gaps/result.ts', "'token-not-bound'"],
    [['command', 'sources', 'which pages are cited'], 'src/cli/load-command.ts', "import('./commands/sources.ts')"],
  ])('writes what %s needs', (words, file, entry) => {
    expect(scaffold(...words).status).toBe(0)
    expect(textOf(file)).toContain(entry)
    expect(scaffold(...words)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^new: /) })
  })

  test.each([
    [[]],
    [['rule']],
    [['rule', 'no-question', 'A guest has no mailbox.']],
    [['rule', 'acceptance', 'no sentence']],
    [['constructor', 'x']],
    [['client', 'Not Kebab', 'x']],
    [['client', 'kebab', 'x', 'no-such-file']],
  ])('refuses %j in one sentence', (words) => {
    expect(scaffold(...words)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^new: .+\n$/) })
  })
})
