// The extension for VS Code: bundled and packed. Its packages are its own, installed on first use.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { check, ran } from './counted.mjs'

/** The names of the files in an archive, from its directory at the end. */
function entriesOf(archive) {
  const bytes = readFileSync(archive)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const names = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return names
}

export function checkExtension(root) {
  const folder = join(root, 'editors/vscode')
  const npm = (...words) => ran('npm', words, { cwd: folder }).ok
  if (!existsSync(join(folder, 'node_modules'))) check('its packages are installed', npm('ci', '--ignore-scripts'))
  check('the extension is bundled', npm('run', 'build'))
  check('the extension is packed', npm('run', 'package'))
  const packed = entriesOf(join(folder, 'out/authplan.vsix')).filter((name) => name.startsWith('extension/'))
  const wanted = ['LICENSE.txt', 'README.md', 'out/extension.js', 'package.json'].map((name) => `extension/${name}`)
  check('it holds what it needs and nothing else', JSON.stringify(packed.sort()) === JSON.stringify(wanted))

  const { serverOf } = createRequire(import.meta.url)(join(folder, 'server.js'))
  const own = serverOf('/project', [], () => true, join)
  check('it starts the authplan of the project', own.args[0].includes('node_modules') && own.args.includes('lsp'))
  check('it starts what the settings say', serverOf('/project', ['a', 'b'], () => true, join).command === 'a')
  check('it starts nothing where nothing is installed', serverOf('/project', [], () => false, join) === undefined)
}
