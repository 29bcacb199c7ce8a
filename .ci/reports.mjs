// Writes reports/*.md from scenarios/*.yaml; with `--check` only tells whether they are as committed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshReadme } from './readme.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = join(root, 'reports')
const check = process.argv.includes('--check')

/** The Markdown files of a folder, sorted by code unit. */
const markdownIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .sort()
    : []

/** The statements of the founding page, with the features that assert them. */
function writeFoundingPage(folder) {
  const program =
    "import('./dist/founding-page/founding-page-report.js').then(async ({ foundingPageReport }) => process.stdout.write(await foundingPageReport('.')))"
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the founding page could not be written\n${stderr}`)
  writeFileSync(join(folder, 'founding-page.md'), stdout)
}

const eras = ['2016-06-01', '2019-10-01', '2022-11-15', '2024-06-01', '2026-11-22', '2027-06-01']

/** One architecture with every protocol that took a password, at six dates. */
function writeEras(folder) {
  const program = `import('./dist/index.js').then((authplan) => {
    const file = 'scenarios/basic-authentication-retirement.yaml'
    const dates = ${JSON.stringify(eras)}
    const loaded = authplan.loadTenant(file)
    if (!loaded.ok) throw new Error(file + ' does not load')
    const tenant = loaded.value
    const rows = [...authplan.planRequests(tenant)].map(({ user, client, purpose, ...request }) => ({
      user, client, purpose,
      played: dates.map((day) => authplan.simulateSession(tenant, { user, client, purpose, ...request, at: Date.parse(day) })),
    }))
    process.stdout.write(authplan.renderEras({ name: tenant.name, file, dates, rows, ruleOf: authplan.ruleById }))
  })`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the report by dates could not be written\n${stderr}`)
  writeFileSync(join(folder, 'eras.md'), stdout)
}

/** What a scenario says about itself: its name, its date, and the comment above them. */
function aboutScenario(name) {
  const lines = readFileSync(join(root, 'scenarios', name), 'utf8').split('\n')
  const wordsAfter = (key) => (lines.find((line) => line.startsWith(`${key}: `)) ?? '').slice(key.length + 2)
  const end = lines.findIndex((line) => !line.startsWith('#'))
  const comment = lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s?/, ''))
    .filter((line) => line !== '' && !/^(yaml-language-server:|https:)/.test(line))
  return { name: wordsAfter('name'), asOf: wordsAfter('asOf'), shows: comment.join(' ') }
}

/** The table of the scenario library. */
function scenarioTable() {
  const rows = scenarioFiles().map((file) => {
    const { name, asOf, shows } = aboutScenario(file)
    const report = `[report](../reports/${file.replace(/\.yaml$/, '.md')})`
    return `| [${file}](${file}) | ${name} | ${asOf} | ${shows.replaceAll('|', '\\|')} | ${report} |`
  })
  return [
    '# Scenarios',
    '',
    'One architecture per file, descriptive only: what is expected of them is in [features](../features).',
    'This table is generated from the files by `npm run reports`.',
    '',
    '| file | name | as of | shows | |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

const scenarioFiles = () =>
  readdirSync(join(root, 'scenarios'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()

/** The runbook of each plan of the library; a plan in which someone is stranded ends with 1. */
function writeRunbooks(folder) {
  const plans = readdirSync(join(root, 'scenarios/plans')).sort()
  for (const name of plans) {
    const words = ['plan', `scenarios/plans/${name}/plan.yaml`, '-f', 'runbook']
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.cjs', ...words], {
      cwd: root,
      encoding: 'utf8',
    })
    if (status !== 0 && status !== 1) throw new Error(`\`authplan ${words.join(' ')}\` ended with ${status}\n${stderr}`)
    writeFileSync(join(folder, `runbook-${name}.md`), stdout)
  }
}

/** Writes a fresh set of reports to a folder. */
function write(folder) {
  const scenarios = scenarioFiles().map((name) => `scenarios/${name}`)
  if (scenarios.length === 0) throw new Error('there is no scenario to report on')
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/main.cjs', 'report', ...scenarios, '-o', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`\`authplan report\` ended with ${status}\n${stderr}`)
  writeFoundingPage(folder)
  writeEras(folder)
  writeRunbooks(folder)
  if (markdownIn(folder).length < scenarios.length) throw new Error('`authplan report` skipped scenarios')
}

/** The first line where two texts differ, said like a diff. */
function firstDifference(committed, fresh) {
  const before = committed.split('\n')
  const after = fresh.split('\n')
  const line = after.findIndex((text, index) => text !== before[index])
  const at = line === -1 ? after.length : line
  return `line ${at + 1}\n  - ${before[at] ?? '(end)'}\n  + ${after[at] ?? '(end)'}`
}

/** Everything that is not as committed, one text each. */
function stale(folder) {
  const read = (from, name) => readFileSync(join(from, name), 'utf8')
  const names = new Set([...markdownIn(folder), ...markdownIn(reports)])
  return [...names].sort().flatMap((name) => {
    if (!existsSync(join(reports, name))) return [`reports/${name} is not committed`]
    if (!existsSync(join(folder, name))) return [`reports/${name} is no longer generated`]
    const [committed, fresh] = [read(reports, name), read(folder, name)]
    return committed === fresh ? [] : [`reports/${name} is stale: ${firstDifference(committed, fresh)}`]
  })
}

/** Pages that are made from the scenarios and the command line, in whole or in part. */
const tables = () => [
  { file: 'scenarios/README.md', text: scenarioTable() },
  { file: 'README.md', text: freshReadme(root) },
]

function staleTables() {
  return tables().flatMap(({ file, text }) => {
    const path = join(root, file)
    const committed = existsSync(path) ? readFileSync(path, 'utf8') : ''
    return committed === text ? [] : [`${file} is stale: ${firstDifference(committed, text)}`]
  })
}

const folder = mkdtempSync(join(tmpdir(), 'authplan-reports-'))
try {
  write(folder)
  if (check) {
    const complaints = [...stale(folder), ...staleTables()]
    for (const complaint of complaints) console.error(complaint)
    if (complaints.length > 0) {
      console.error('reports: run `npm run reports`, review the diff and commit it')
      process.exitCode = 1
    } else {
      console.log(`reports: ${markdownIn(folder).length} files are up to date`)
    }
  } else {
    mkdirSync(reports, { recursive: true })
    for (const name of markdownIn(reports)) rmSync(join(reports, name))
    for (const name of markdownIn(folder)) cpSync(join(folder, name), join(reports, name))
    for (const { file, text } of tables()) writeFileSync(join(root, file), text)
    console.log(`reports: wrote ${markdownIn(folder).length} files`)
  }
} catch (problem) {
  console.error(`reports: ${problem.message}`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
