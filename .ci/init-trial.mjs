// A project made by `authplan init` outside the repository, with the package as `npm pack` makes it: it is green, fails
// usefully on a mistake planted in tenant, feature and step text, and recovers while watching. Needs dist/ and npm.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'authplan-trial-'))
const project = join(folder, 'our-sign-ins')

/** Runs a program to its end and gives its code and all its words. */
function run(cwd, program, ...words) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8' })
  return { status, text: `${stdout}${stderr}` }
}

function expect(what, holds, text) {
  if (!holds) throw new Error(`${what}\n${text}`)
  console.log(`ok  ${what}`)
}

const npx = (...words) => run(project, 'npx', '--no-install', ...words)

/** Plants a mistake, looks at what the features say, and takes it back. */
function plant(what, file, from, to, code, pattern) {
  const path = join(project, file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, before.replace(from, to))
  const { status, text } = npx('authplan', 'test')
  expect(`a mistake in the ${what} fails with ${code} and says where`, status === code && pattern.test(text), text)
  writeFileSync(path, before)
}

/** Watches, plants a mistake, takes it back: both are seen by the same process. */
async function watch() {
  const path = join(project, 'features/reading-mail.feature')
  const before = readFileSync(path, 'utf8')
  const child = spawn(process.execPath, ['node_modules/authplan/dist/cli/main.cjs', 'test', '--watch'], {
    cwd: project,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  const seen = async (pattern) => {
    for (let wait = 0; wait < 600 && !pattern.test(text); wait += 1) await new Promise((done) => setTimeout(done, 50))
    return pattern.test(text)
  }
  try {
    expect('watching begins green', await seen(/all passed[\s\S]*watching/), text)
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

try {
  run(root, 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack left no tarball')
  const made = run(folder, process.execPath, join(root, 'dist/cli/main.cjs'), 'init', 'our-sign-ins')
  expect('init writes a project', made.status === 0, made.text)
  const installed = run(project, 'npm', 'install', '--no-audit', '--no-fund', join(folder, tarball))
  expect('npm install takes the tarball', installed.status === 0, installed.text)
  const tested = run(project, 'npm', 'test')
  expect('npm test is green', tested.status === 0 && /all passed/.test(tested.text), tested.text)
  const plain = npx('cucumber-js')
  expect('cucumber-js is green too', plain.status === 0 && /5 scenarios \(5 passed\)/.test(plain.text), plain.text)
  const tenant = 'scenarios/our-tenant.yaml'
  const feature = 'features/reading-mail.feature'
  plant(
    'tenant',
    tenant,
    'password-hash-sync',
    'pasword-hash-sync',
    2,
    /our-tenant\.yaml:11:20[\s\S]*did you mean `password-hash-sync`/,
  )
  plant(
    'feature',
    feature,
    'the interactive sign-in',
    'the app password',
    1,
    /reading-mail\.feature:8[\s\S]*expected: must use the app password/,
  )
  plant(
    'step text',
    feature,
    'required credential',
    'reqired credntial',
    1,
    /no step reads like this[\s\S]*the required credential is \{credential\}/,
  )
  await watch()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
