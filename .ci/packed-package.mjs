// The package as registries, bundlers and auditors see it: its manifest, its types, its size and its bill of materials.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, run } from './packed-trial.mjs'

/** What the package may grow to before someone has to decide on it; 4.1 MB, 15.4 MB and 1,850 files in November 2026. */
const budget = { packed: 4_600_000, unpacked: 17_000_000, files: 2200 }

const programOf = (root, name, file) => join(root, 'node_modules', name, file)

/** `publint` and `attw` as a publisher runs them, on the tarball. */
function lintTasks(root, tarball) {
  return [
    async () => {
      const { status, text } = await run(
        root,
        process.execPath,
        programOf(root, 'publint', 'src/cli.js'),
        tarball,
        '--strict',
      )
      expect('publint finds nothing in the package', status === 0 && /All good/.test(text), text)
    },
    async () => {
      // Node 20.19, our floor, requires modules, so CommonJS reaches the same files; older resolution is not supported.
      const rules = ['--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm']
      const program = programOf(root, '@arethetypeswrong/cli', 'dist/index.js')
      const { status, text } = await run(root, process.execPath, program, tarball, ...rules, '--format', 'ascii')
      expect('attw resolves the types of every entry', status === 0 && /authplan\/gherkin/.test(text), text)
    },
  ]
}

/** The size of the package, from what `npm pack --json` says of it. */
export function sizeOf(report, tarball) {
  const [{ unpackedSize, entryCount }] = JSON.parse(report)
  const packed = statSync(tarball).size
  const said = `${packed} bytes packed, ${unpackedSize} unpacked, ${entryCount} files`
  const within = packed <= budget.packed && unpackedSize <= budget.unpacked && entryCount <= budget.files
  expect(`the package keeps to its budget of size (${said})`, packed > 0 && within, JSON.stringify(budget))
}

/** The bill of materials names what npm really installs with the package, and nothing else. */
async function bill(root, tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-alone-'))
  try {
    const words = [
      '--prefix',
      folder,
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--omit',
      'optional',
      '--omit',
      'peer',
    ]
    const { status, text } = await run(folder, 'npm', 'install', ...words, tarball)
    const installed = status === 0 ? JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages : {}
    const names = Object.entries(installed).flatMap(([place, { optional, peer }]) =>
      place === '' || optional || peer ? [] : [place.replace(/^.*node_modules\//, '')],
    )
    const { stdout } = await run(root, process.execPath, '.ci/sbom.mjs')
    const { components } = JSON.parse(stdout)
    const listed = ['authplan', ...components.map(({ name }) => name)].sort()
    expect(
      `the bill of materials names the packages that npm installs (${listed.length})`,
      listed.join() === names.sort().join(),
      `${names}\n${listed}\n${text}`,
    )
    const known = components.every(
      ({ licenses: [{ license }], hashes: [{ content }] }) => license.id && content.length === 128,
    )
    expect('each with a license and a hash', components.length > 0 && known, stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Everything about the package itself. */
export function packageTasks(root, tarball) {
  return [...lintTasks(root, tarball), () => bill(root, tarball)]
}
