// The documentation site as a reader gets it: `npm run test:docs` installs its own lockfile, runs every command of every page, generates the
// reference, builds the site and follows every link. `-- --write` puts the present outputs into the pages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { siteFindings } from './docs/axe-site.mjs'
import { deadLinks, externalLoads } from './docs/check-built.mjs'
import { runPages } from './docs/run-pages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const site = join(root, 'docs')
const built = join(site, '.vitepress/dist')
const failures = []

function check(what, holds, text = '') {
  console.log(holds ? `ok      ${what}` : `FAILED  ${what}\n${text}`)
  if (!holds) failures.push(what)
}

function npm(...words) {
  const windows = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync(windows ? 'npm.cmd' : 'npm', words, {
    cwd: site,
    encoding: 'utf8',
    shell: windows,
  })
  return { holds: status === 0, text: `${stdout}${stderr}` }
}

function install() {
  const { holds, text } = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
  check('the packages of its own lockfile are installed', holds, text)
}

/** One page of each kind. */
const kinds = [
  'index',
  'start',
  'concepts',
  'tutorials/architect',
  'how-to/read-your-estate',
  'reference/commands',
  'reference/diagnostics',
  'reference/json',
  'playground',
]

async function checkAccess() {
  const findings = await siteFindings(
    root,
    built,
    kinds.map((name) => `${name}.html`),
  )
  check('axe-core finds nothing, at 1280 and 390 px, light and dark', findings.length === 0, findings.join('\n'))
}

async function checkSite() {
  const made = npm('run', 'build')
  check(
    'the reference is generated and the site is built',
    made.holds && existsSync(join(built, 'index.html')),
    made.text,
  )
  if (!made.holds) return
  const { count, pages, dead } = deadLinks(built)
  check(
    `every link of ${pages} pages leads somewhere (${count})`,
    pages > 30 && count > 1000 && dead.length === 0,
    dead.slice(0, 20).join('\n'),
  )
  const loads = externalLoads(built)
  check('no page loads anything from elsewhere', loads.length === 0, loads.slice(0, 20).join('\n'))
  const playground = readFileSync(join(built, 'playground.html'), 'utf8')
  check(
    'the playground offers the library and is smaller than 3 MB',
    playground.length < 3_000_000 && /federated-skype-on-premises\.yaml/.test(playground),
  )
  const rules = readFileSync(join(built, 'reference/rules.html'), 'utf8')
  check(
    'rules have their examples and scenarios',
    /id="cred-2"/.test(rules) && /federated-skype-on-premises/.test(rules),
  )
  await checkAccess()
}

const write = process.argv.includes('--write')
runPages(root, site, { write, check })
if (!write) {
  install()
  await checkSite()
  console.log(`docs: ${failures.length === 0 ? 'all checks passed' : `${failures.length} failed`}`)
}
process.exitCode = failures.length === 0 ? 0 : 1
