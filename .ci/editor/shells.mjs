// Completion as a person gets it: the script is installed as the documentation says, a shell is started, keys are typed.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, ran } from './counted.mjs'
import { openScreen } from './screen.mjs'

/** A shell: how it is started, and the file of its user that the documentation or the system asks for. */
const shells = {
  bash: { command: ['bash', '-i'], file: '.bashrc', text: '. /usr/share/bash-completion/bash_completion\nPS1="> "\n' },
  zsh: {
    command: ['zsh', '-i'],
    file: '.zshrc',
    text: 'fpath+=(~/.zfunc); autoload -Uz compinit; compinit -u\nPS1="> "\n',
  },
  fish: { command: ['fish', '-i'], file: '.config/fish/config.fish', text: 'function fish_prompt; echo "> "; end\n' },
}

const tenant = 'scenarios/our-tenant.yaml'
const spaced = 'our files/our tenant.yaml'

/** What is typed before Tab, and what then stands on the line. */
const singles = [
  ['a command', 'authplan simul', /authplan simulate/],
  ['the name of a file', `authplan simulate ${tenant.slice(0, -8)}`, /simulate scenarios\/our-tenant\.yaml/],
  ['an option', `authplan simulate ${tenant} --purp`, /--purpose/],
  ['a format', `authplan simulate ${tenant} -f mark`, /-f markdown/],
  ['a user of the tenant', `authplan simulate ${tenant} --user al`, /--user alex@example\.com/],
  ['a client of the tenant', `authplan simulate ${tenant} --client outlook-m`, /--client outlook-microsoft-365/],
  ['a client after an equals sign', `authplan simulate ${tenant} --client=outlook-m`, /--client=outlook-microsoft-365/],
  [
    'a client of a tenant whose path has a space',
    `authplan simulate '${spaced}' --client outlook-m`,
    /outlook-microsoft-365/,
  ],
  ['a network', `authplan simulate ${tenant} --network inter`, /--network internet/],
  [
    'a policy with spaces in its name',
    `authplan explain ${tenant} --policy Block`,
    /Block(\\ | )legacy(\\ | )authentication/,
  ],
  ['a policy in quotation marks', `authplan explain ${tenant} --policy "Block`, /Block legacy authentication/],
  ['a code', 'authplan explain-code AADSTS1000', /AADSTS1000104/],
  ['a table', 'authplan catalog topol', /catalog topologies/],
]

/** What several values share is shown as a list. */
const lists = [['the rules of a prefix', 'authplan rules LOGON', /LOGON-1[\s\S]*LOGON-2/]]

/** Types in a shell that was just started, presses Tab, and waits for what is to stand there. */
async function tab(name, place, typed, pattern, times) {
  const screen = openScreen(name, shells[name].command, place)
  await screen.shows(/>\s*$/)
  screen.type(typed)
  for (let each = 0; each < times; each += 1) screen.press('Tab')
  const done = await screen.shows(pattern)
  const seen = screen.shown()
  screen.close()
  return { done, seen }
}

async function checkShell(name, project, folder) {
  const { file, text } = shells[name]
  const home = join(folder, name)
  const variables = {
    ...{ HOME: home, SHELL: `/bin/${name}`, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '' },
    PATH: `${join(project, 'node_modules/.bin')}:${process.env.PATH}`,
  }
  mkdirSync(join(home, '.config/fish'), { recursive: true })
  writeFileSync(join(home, file), text)
  const env = { ...process.env, ...variables }
  check(`${name}: the script installs itself`, ran('authplan', ['completion', '--install'], { cwd: project, env }).ok)
  const place = { cwd: project, variables }
  for (const [what, typed, pattern] of singles) {
    const { done, seen } = await tab(name, place, typed, pattern, 1)
    check(`${name} completes ${what}`, done, seen)
  }
  for (const [what, typed, pattern] of lists) {
    const { done, seen } = await tab(name, place, typed, pattern, 3)
    check(`${name} lists ${what}`, done, seen)
  }
}

export async function checkShells(project, folder) {
  mkdirSync(join(project, 'our files'), { recursive: true })
  cpSync(join(project, tenant), join(project, spaced))
  for (const name of Object.keys(shells)) await checkShell(name, project, folder)
}
