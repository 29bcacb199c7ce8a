import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNames } from './commands.ts'
import { completionScripts } from './completion-scripts.ts'
import { founding, recordedRun } from './recorded-run.fixture.ts'

const valuesFor = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { stdout, stderr, code } = await recordedRun(['completion', 'values', '--', ...words])
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? '')
}

describe('what a shell offers', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['commands', ['sim'], ['simulate']],
    ['options', ['simulate', founding, '--us'], ['--user']],
    ['users of the file', ['simulate', founding, '-u', 'finance'], ['finance.lead@contoso.com']],
    ['clients of the file', ['explain', founding, '--client', 'outlook-2010'], ['outlook-2010']],
    ['networks of the file', ['simulate', founding, '-n', ''], ['corporate', 'internet']],
    [
      'clients of the catalog without a file',
      ['simulate', '-c', 'apple-mail-i'],
      ['apple-mail-ios-10', 'apple-mail-ios-11'],
    ],
    ['a value after an equals sign', ['simulate', founding, '--user=finance'], ['--user=finance.lead@contoso.com']],
    ['nothing after one that no option has', ['simulate', founding, '--nothing=x'], []],
    ['purposes', ['simulate', founding, '-p', 'read'], ['read-mail']],
    ['credentials', ['simulate', founding, '--present', 'app-p'], ['app-password']],
    ['formats', ['simulate', founding, '-f', ''], ['table', 'json', 'csv', 'markdown']],
    ['what an option lists', ['report', founding, '--audience', 'a'], ['architect', 'auditor']],
    ['policies', ['explain', 'scenarios/leaving-ad-fs.yaml', '--policy', 'mfa'], ['MFA for everyone']],
    ['rules', ['rules', 'cred-16'], ['CRED-16']],
    ['codes', ['explain-code', 'TEN-33'], ['TEN-33']],
    ['tables', ['catalog', 'time'], ['timeline']],
    ['schemas', ['schema', 'simu'], ['simulate']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['nothing where a file is meant', ['simulate', 'scen'], []],
    ['nothing for a file that an option takes', ['diagram', founding, '-o', ''], []],
    ['nothing of a file that cannot be read', ['simulate', 'nowhere.yaml', '-u', ''], []],
    ['nothing for an unknown command', ['simualte', ''], []],
    ['all commands for an empty line', [], commandNames],
  ])('%s', async (_name, words, wanted) => {
    expect(await valuesFor(...words)).toEqual(wanted)
  })

  test('an offered format is one that the command takes', async () => {
    for (const words of [['rules', 'CRED-2'], ['catalog', 'purposes'], ['steps'], ['explain-code', 'TEN-33']])
      for (const format of await valuesFor(...words, '-f', ''))
        expect((await recordedRun([...words, '-f', format])).code, `${words[0]} ${format}`).toBe(0)
  })

  test('what a value means is on its line, and no name can begin another line', async () => {
    const text = `name: T
asOf: 2024-01-01
domains: [{ name: a.com, authenticationType: managed }]
workloads: { exchange-online: {} }
users: [{ userPrincipalName: x@a.com, displayName: "two\\nlines\\tand a tab" }]
`
    const folder = mkdtempSync(join(tmpdir(), 'authplan-complete-'))
    writeFileSync(join(folder, 'tenant.yaml'), text)
    const { stdout } = await recordedRun(
      ['completion', 'values', '--', 'simulate', 'tenant.yaml', '-u', ''],
      undefined,
      {
        cwd: folder,
      },
    )
    rmSync(folder, { recursive: true })
    expect(stdout).toBe('x@a.com\ttwo lines and a tab\n')
  })
})

describe('the script', () => {
  test.each([
    ['bash', { HOME: '/people/ada' }, '/people/ada/.local/share/bash-completion/completions/authplan'],
    ['bash', { HOME: '/people/ada', XDG_DATA_HOME: '/data' }, '/data/bash-completion/completions/authplan'],
    ['zsh', { HOME: '/people/ada' }, '/people/ada/.zfunc/_authplan'],
    ['fish', { HOME: '/people/ada' }, '/people/ada/.config/fish/completions/authplan.fish'],
  ] as const)('of %s installs itself: %o', async (shell, variables, place) => {
    const { code, files, stderr } = await recordedRun(['completion', shell, '--install'], undefined, { variables })
    expect(code).toBe(0)
    expect(files).toEqual({ [place]: completionScripts[shell] })
    expect(stderr).toContain(`wrote ${place}`)
    const byShell = await recordedRun(['completion', '--install'], undefined, {
      variables: { ...variables, SHELL: `/usr/bin/${shell}` },
    })
    expect(Object.keys(byShell.files)).toEqual([place])
  })

  test('needs a shell and a home folder', async () => {
    expect((await recordedRun(['completion'])).stderr).toContain('write `bash`, `zsh` or `fish`')
    expect((await recordedRun(['completion', 'bash', '--install'])).code).toBe(2)
  })

  test.runIf(process.platform !== 'win32')('of bash completes a line as bash reads it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'authplan-complete-'))
    const program = join(folder, 'authplan')
    writeFileSync(
      program,
      '#!/bin/sh\nprintf "%s\\n" "$*" > "$0.words"\nprintf "ada@contoso.com\\tAda\\nadam@contoso.com\\tAdam\\n"\n',
    )
    chmodSync(program, 0o755)
    const script = `${completionScripts.bash}
complete_line() { COMP_LINE=$1; COMP_POINT=\${#1}; _authplan 2>/dev/null; printf '%s|' "\${COMPREPLY[@]}"; echo; }
complete_line "${program} simulate t.yaml -u ad"
complete_line "${program} simulate t.yaml -u ada@con"
cat "${program}.words"
complete_line "${program} simulate t.yaml -u "
cat "${program}.words"
`
    const { stdout, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual([
      'ada@contoso.com|adam@contoso.com|',
      // After the @, bash takes only what follows it.
      'contoso.com|adam@contoso.com|',
      'completion values -- simulate t.yaml -u ada@con',
      'ada@contoso.com|adam@contoso.com|',
      'completion values -- simulate t.yaml -u ',
      '',
    ])
  })
})
