// The editors and shells that the checks drive. What the system does not have is installed from Debian's packages; where the
// system's editor is too old, that of Debian's testing distribution is unpacked in out/editors and runs with its own libraries.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, ran } from './counted.mjs'

const asRoot = (...words) => (process.getuid?.() === 0 ? ran(words[0], words.slice(1)) : ran('sudo', words))

const bashCompletion = '/usr/share/bash-completion/bash_completion'
const keys = '/usr/share/keyrings/debian-archive-keyring.gpg'
const isThere = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

/** What each package of the system brings. */
const packages = {
  zsh: () => isThere('zsh'),
  fish: () => isThere('fish'),
  tmux: () => spawnSync('tmux', ['-V'], { stdio: 'ignore' }).error === undefined,
  'bash-completion': () => existsSync(bashCompletion),
  'debian-archive-keyring': () => existsSync(keys),
}

/** Installs the packages of the system that are missing. */
export function installShells() {
  const missing = () => Object.keys(packages).filter((name) => !packages[name]())
  if (missing().length > 0) {
    asRoot('apt-get', 'update', '-q')
    asRoot('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing())
  }
  return check('the shells are installed', missing().length === 0, missing().join(', '))
}

const versionOf = (command) => {
  const { stdout } = spawnSync(command[0], [...command.slice(1), '--version'], { encoding: 'utf8' })
  const [, major, minor] = /(\d+)\.(\d+)/.exec(stdout ?? '') ?? []
  return major === undefined ? undefined : [Number(major), Number(minor)]
}

function isRecent(command, [major, minor]) {
  const [own, part] = versionOf(command) ?? [-1, -1]
  return own > major || (own === major && part >= minor)
}

/** Downloads packages of Debian's testing distribution with what they depend on, and unpacks them in a folder. */
function unpackTesting(folder, names) {
  const apt = join(folder, 'apt')
  mkdirSync(join(apt, 'lists/partial'), { recursive: true })
  mkdirSync(join(apt, 'cache/archives/partial'), { recursive: true })
  writeFileSync(join(apt, 'status'), '')
  writeFileSync(join(apt, 'sources.list'), `deb [signed-by=${keys}] http://deb.debian.org/debian testing main\n`)
  const settings = {
    'Dir::State': apt,
    'Dir::State::status': join(apt, 'status'),
    'Dir::State::lists': join(apt, 'lists'),
  }
  Object.assign(settings, { 'Dir::Cache': join(apt, 'cache'), 'Dir::Etc::sourcelist': join(apt, 'sources.list') })
  Object.assign(settings, { 'Dir::Etc::sourceparts': '/dev/null', 'Dir::Etc::preferencesparts': '/dev/null' })
  const options = Object.entries({ ...settings, 'APT::Sandbox::User': 'root' }).map(
    ([key, value]) => `-o${key}=${value}`,
  )
  ran('apt-get', [...options, 'update', '-q'])
  ran('apt-get', [...options, 'install', '-y', '-q', '--download-only', '--no-install-recommends', ...names])
  const archives = join(apt, 'cache/archives')
  for (const name of readdirSync(archives).filter((one) => one.endsWith('.deb')))
    ran('dpkg-deb', ['-x', join(archives, name), folder])
}

/** The command that runs an unpacked program with the libraries beside it. */
function unpackedCommand(folder, program) {
  const libraries = join(folder, 'usr/lib')
  const machine = existsSync(libraries) ? readdirSync(libraries).find((name) => name.endsWith('-linux-gnu')) : undefined
  if (machine === undefined) return [program]
  const own = join(libraries, machine)
  const loader = readdirSync(own).find((name) => name.startsWith('ld-linux')) ?? ''
  return [join(own, loader), '--library-path', own, join(folder, 'usr/bin', program)]
}

/** The oldest version that the documentation names, and where an unpacked program finds its own files. */
const editors = {
  neovim: {
    program: 'nvim',
    oldest: [0, 11],
    variables: (folder) => ({ VIMRUNTIME: join(folder, 'usr/share/nvim/runtime') }),
  },
  hx: {
    program: 'hx',
    oldest: [23, 10],
    variables: (folder) => ({ HELIX_RUNTIME: join(folder, 'usr/lib/hx/runtime') }),
  },
}

/** How an editor is started: the system's, or one that is unpacked for the checks. */
export function editorOf(root, name) {
  const { program, oldest, variables } = editors[name]
  if (isRecent([program], oldest)) return { command: [program], variables: {} }
  const folder = join(root, 'out/editors', name)
  if (!isRecent(unpackedCommand(folder, program), oldest)) unpackTesting(folder, [name])
  const command = unpackedCommand(folder, program)
  check(`${program} ${oldest.join('.')} or later is there`, isRecent(command, oldest), command.join(' '))
  return { command, variables: variables(folder) }
}
