// The reference of the site, made from the built product: `node docs/generate/index.mjs`. Nothing in it is written by hand.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandsPage } from './commands.mjs'
import { catalogPage, codesPage, rulesPage, stepsPage } from './knowledge-pages.mjs'
import { drawPictures } from './pictures.mjs'
import { writePlayground } from './playground.mjs'
import { root, site } from './product.mjs'
import { filePage, outputPage, outputs, outputsPage } from './schema-pages.mjs'

const folder = join(site, 'reference')

function write(name, text) {
  const file = join(folder, `${name}.md`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The library by TypeDoc, from the published declarations. */
function writeLibrary() {
  const words = ['--entryPoints', join(root, 'dist/index.d.ts'), '--tsconfig', join(site, 'generate/tsconfig.json')]
  const looks = [
    '--plugin',
    'typedoc-plugin-markdown',
    '--readme',
    'none',
    '--out',
    join(folder, 'library'),
    '--entryFileName',
    'index',
  ]
  const quiet = [
    '--logLevel',
    'Error',
    '--disableSources',
    '--hideBreadcrumbs',
    '--hidePageHeader',
    '--githubPages',
    'false',
    '--sanitizeComments',
    'true',
  ]
  const program = join(site, 'node_modules/typedoc/bin/typedoc')
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...words, ...looks, ...quiet], {
    cwd: site,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`TypeDoc: ${stdout}${stderr}`)
}

rmSync(folder, { recursive: true, force: true })
rmSync(join(site, 'public'), { recursive: true, force: true })
mkdirSync(join(site, 'public'), { recursive: true })
cpSync(join(root, 'dist/schemas'), join(site, 'public/schemas'), { recursive: true })
drawPictures()
const offered = await writePlayground()
write('commands', commandsPage())
write(
  'tenant-file',
  filePage(
    'tenant',
    'Tenant file',
    'Everything that a tenant file can say. What is left out is a recorded assumption (the default names its row in the catalog) or a missing fact.',
  ),
)
write('plan-file', filePage('plan', 'Plan file', 'Everything that a plan in stages can say; `authplan plan` plays it.'))
write(
  'diagnostics',
  codesPage(
    'diagnostic',
    'Diagnostics',
    'What `check` and every other command say about an input file. `authplan explain-code CODE` prints one.',
  ),
)
write('findings', codesPage('finding', 'Findings', 'What `authplan gaps` finds.'))
write(
  'vendor-errors',
  codesPage('vendor error', 'Vendor errors', 'Error codes of Microsoft Entra ID, statuses of protocols, and notices.'),
)
write('rules', await rulesPage())
write('steps', stepsPage())
write('catalog', catalogPage())
const all = outputs()
write('json', outputsPage(all))
for (const output of all) write(`json/${output.name}`, outputPage(output))
writeLibrary()
console.error(
  `docs: generated ${readFileSync(join(folder, 'rules.md'), 'utf8').match(/^### /gm).length} rules, ${all.length} outputs, a playground of ${offered} tenants, and the rest of the reference`,
)
