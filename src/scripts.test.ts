import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const packages = ['package.json', 'bench/package.json'].flatMap((file) => {
  const { name, dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'))
  return [name, ...Object.keys(dependencies), ...Object.keys(devDependencies)]
})

const scripts = ['bench', '.ci', '.github/action'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]js$/.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path)),
)

interface Import {
  readonly names: readonly string[]
  readonly from: string
}

/** What a script imports by name, and from where; imports stand before everything else. */
function importsOf(script: string): readonly Import[] {
  const [text = ''] = script.split(/^(?:const|let|function|export|async|await|for|if|try) /m)
  return [...text.matchAll(/^import (?:\{([^}]*)\}|[^'{]*?) ?(?:from )?'([^']+)'/gm)].map(
    ([, names = '', from = '']) => ({
      names: names.split(',').flatMap((name) => name.trim().split(' ')[0] || []),
      from,
    }),
  )
}

/** The file that is imported: what lies in `dist` is compiled from `src`. */
function fileOf(script: string, from: string): string {
  const file = normalize(join(dirname(script), from))
  const source = file.replace(/^dist\//, 'src/')
  return source === file || existsSync(source) ? source : source.replace(/\.js$/, '.ts')
}

const exportsName = (text: string, name: string): boolean =>
  new RegExp(
    `export (?:async )?(?:const|function\\*?|class) ${name}\\b|export (?:type )?\\{[^}]*\\b${name}\\b[^}]*\\}`,
  ).test(text)

/** Whether a package is named by a manifest, or came with one that is. */
const isPackage = (from: string): boolean => {
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/')
  return packages.includes(name) || existsSync(join('node_modules', name))
}

/** What of an import is not there. */
function lacking(script: string, { names, from }: Import): readonly string[] {
  if (from.startsWith('node:')) return []
  if (!from.startsWith('.')) return isPackage(from) ? [] : [from]
  const file = fileOf(script, from)
  if (!existsSync(file)) return [file]
  const text = readFileSync(file, 'utf8')
  return names.filter((name) => !exportsName(text, name)).map((name) => `${name} of ${file}`)
}

describe('everything that is imported is there, without running', () => {
  test.each(scripts)('%s', (script) => {
    const imports = importsOf(readFileSync(script, 'utf8'))
    expect(imports.flatMap((one) => lacking(script, one))).toEqual([])
  })

  test('there are scripts, and some import what is compiled', () => {
    const compiled = scripts.filter((script) => readFileSync(script, 'utf8').includes("/dist/index.js'"))
    expect(scripts.length).toBeGreaterThan(30)
    expect(compiled.length).toBeGreaterThan(3)
  })

  test.each([
    ["import { readCsv } from '../dist/source/read-csv.js'", ['src/source/read-csv.ts']],
    ["import { nothing } from '../dist/index.js'", ['nothing of src/index.ts']],
    ["import lacking from 'lacking'", ['lacking']],
    ["import {\n  median,\n  root as here,\n} from './measure.mjs'", []],
  ])('%s', (text, expected) => {
    expect(importsOf(text).flatMap((one) => lacking('bench/script.mjs', one))).toEqual(expected)
  })
})
