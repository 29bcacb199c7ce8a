// The packed product as a stranger meets it, outside the repository: pack, install into an empty folder, `init`, test, watch,
// every command, every entry, the types. Needs dist/ and npm; the package is installed once, and all else is next to it.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandFiles, commandsOf, commandTasks } from './packed-commands.mjs'
import { libraryTasks, place, stepTasks, typeTasks } from './packed-entries.mjs'
import { packageTasks, sizeOf } from './packed-package.mjs'
import { demand, expect, finish, run, sideBySide } from './packed-trial.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'authplan-packed-'))
const project = join(folder, 'our sign-ins')
const program = 'node_modules/authplan/dist/cli/main.cjs'
const npx = (...words) => run(project, 'npx', '--no-install', ...words)
const manifestOf = (path) => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))

/** What the README says, with the tarball instead of the name: install, then `init` in the same folder. */
async function install() {
  const packed = await run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  demand('npm pack makes a package', packed.status === 0 && tarball !== undefined, packed.text)
  sizeOf(packed.stdout, join(folder, tarball))
  mkdirSync(project)
  const packages = [
    join('..', tarball),
    '@cucumber/cucumber@12',
    `@types/node@${manifestOf(root).devDependencies['@types/node']}`,
  ]
  // A manifest or packages in a folder above would otherwise take the installation there.
  const quick = ['--prefix', project, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  const installed = await run(project, 'npm', 'install', '--save-dev', ...quick, ...packages)
  demand('npm install installs it into an empty folder', installed.status === 0, installed.text)
  return join(folder, tarball)
}

async function init() {
  const before = manifestOf(project)
  const made = await npx('authplan', 'init')
  const { scripts, devDependencies } = manifestOf(project)
  demand('init creates a project in the folder', made.status === 0, made.text)
  const kept = JSON.stringify(devDependencies) === JSON.stringify(before.devDependencies)
  expect('init keeps the packages that are installed', kept && /^merged +package\.json/m.test(made.stdout), made.text)
  const tested = await run(project, 'npm', 'test')
  expect('npm test passes', tested.status === 0 && /all passed/.test(tested.text), tested.text)
  expect('the scripts of the project are those of init', /authplan test/.test(scripts.test), JSON.stringify(scripts))
}

/** Projects next to the installed one, which find its packages. */
function initTasks() {
  const authplan = (...words) => run(project, process.execPath, program, ...words)
  const own = '{\n\t"type": "commonjs",\n\t"scripts": { "test": "node --version" }\n}'
  place(project, { 'theirs/package.json': own, 'broken/package.json': '{ "type": ' })
  return [
    async () => {
      const made = await authplan('init', 'fresh')
      const tested = made.status === 0 ? await run(join(project, 'fresh'), 'npm', 'test') : made
      expect(
        'init in a new folder passes its tests',
        tested.status === 0 && /all passed/.test(tested.text),
        tested.text,
      )
    },
    async () => {
      const made = await authplan('init', 'theirs')
      const inside = join(project, 'theirs')
      const tested = made.status === 0 ? await run(inside, 'npm', 'run', 'test:authplan') : made
      expect(
        'init in a CommonJS project passes its tests',
        /all passed/.test(tested.text) && tested.status === 0,
        tested.text,
      )
      expect('init leaves a script of the project alone', manifestOf(inside).scripts.test === 'node --version')
      const plain = await run(inside, 'npx', '--no-install', 'cucumber-js')
      expect('cucumber-js passes in a CommonJS project', plain.status === 0, plain.text)
    },
    async () => {
      const { status, text } = await authplan('init', 'broken')
      const alone = readdirSync(join(project, 'broken')).join() === 'package.json'
      expect('init refuses a broken manifest', status === 2 && /package\.json:1:\d+ error/.test(text) && alone, text)
    },
  ]
}

/** Plants a mistake, looks at what the features say, and takes it back. */
async function plant(what, file, from, to, code, pattern) {
  const path = join(project, file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, before.replace(from, to))
  const { status, text } = await run(project, process.execPath, program, 'test')
  expect(`a mistake in the ${what} fails with ${code} and shows where`, status === code && pattern.test(text), text)
  writeFileSync(path, before)
}

const feature = 'features/reading-mail.feature'

async function plantAll() {
  const tenant = 'scenarios/our-tenant.yaml'
  const typed = /our-tenant\.yaml:11:20[\s\S]*did you mean `password-hash-sync`/
  await plant('tenant', tenant, 'password-hash-sync', 'pasword-hash-sync', 2, typed)
  const expected = /reading-mail\.feature:8[\s\S]*expected: must use the app password/
  await plant('feature', feature, 'the interactive sign-in', 'the app password', 1, expected)
  const near = /no step matches this text[\s\S]*the required credential is \{credential\}/
  await plant('step text', feature, 'required credential', 'reqired credntial', 1, near)
}

/** Watches, plants a mistake, takes it back: both are seen by the same process. */
async function watch() {
  const path = join(project, feature)
  const before = readFileSync(path, 'utf8')
  const child = spawn(process.execPath, [program, 'test', '--watch'], { cwd: project })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  const seen = async (pattern) => {
    for (let wait = 0; wait < 2400 && !pattern.test(text); wait += 1) await new Promise((done) => setTimeout(done, 50))
    return pattern.test(text)
  }
  try {
    expect('watching starts with passing tests', await seen(/all passed[\s\S]*watching/), text)
    text = ''
    writeFileSync(path, before.replace('interactive sign-in', 'app password'))
    expect('watching sees a mistake', await seen(/1 failed/), text)
    text = ''
    writeFileSync(path, before)
    expect('watching recovers without a restart', await seen(/all passed/), text)
  } finally {
    child.kill('SIGINT')
    writeFileSync(path, before)
  }
}

async function everything() {
  const tarball = await install()
  await init()
  place(project, commandFiles)
  const help = await npx('authplan', '--help')
  const plain = async () => {
    const { status, text } = await npx('cucumber-js')
    expect('cucumber-js also passes', status === 0 && /5 scenarios \(5 passed\)/.test(text), text)
  }
  await plain()
  // Projects of the other tasks bring their own features, in folders that this one does not read.
  await sideBySide([
    async () => {
      await plantAll()
      await watch()
    },
    ...typeTasks(
      project,
      createRequire(import.meta.url)
        .resolve('typescript/package.json')
        .replace(/package\.json$/, 'bin/tsc'),
    ),
    ...packageTasks(root, tarball),
    ...stepTasks(project),
    ...libraryTasks(project),
    ...initTasks(),
    ...commandTasks(project, commandsOf(help.stdout)),
  ])
}

try {
  await everything()
  finish()
} catch (problem) {
  finish(problem)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
