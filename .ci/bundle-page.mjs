// Bundles the browser program of the HTML report into one script and one style, as texts with their hashes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as esbuild from 'esbuild'

const hashOf = (text) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`

const examples = /^ {2}examples: \[\n[\s\S]*?^ {2}\],$/m

/** Leaves out the examples of rules, which tests and the catalog of rules read and no page does. */
const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/][a-z-]+[\\/][a-z0-9-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes(' = defineRule({') || !examples.test(text)) return undefined
      return { contents: text.replace(examples, '  examples: [],'), loader: 'ts' }
    })
  },
}

async function bundled(root, file, options) {
  const built = await esbuild.build({
    entryPoints: [join(root, file)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    logLevel: 'error',
    ...options,
  })
  return { text: built.outputFiles[0].text.trim(), inputs: Object.keys(built.metafile.inputs) }
}

/** The packages that files are from, each with its license and, where the license names one, who holds the rights. */
function packagesIn(root, files) {
  const names = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))].sort().map((name) => {
    const folder = join(root, 'node_modules', name)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one))
    if (typeof license !== 'string' || file === undefined) throw new Error(`${name} names no license`)
    const text = readFileSync(join(folder, file), 'utf8').trim()
    const holder = /^Copyright .*$/m.exec(text)?.[0]
    // Its own terms ask for a link.
    if (license === 'BlueOak-1.0.0')
      return { license, terms: 'https://blueoakcouncil.org/license/1.0.0', holder: `${name} ${version}` }
    const terms = holder === undefined ? text : text.slice(text.indexOf(holder) + holder.length).trim()
    return { license, terms, holder: `${name} ${version}${holder === undefined ? '' : `: ${holder.trim()}`}` }
  })
}

/** What the licenses ask of those who pass the packages on: who holds the rights, and each text once. */
function notices(root, files) {
  const packages = packagesIn(root, files)
  const texts = new Map()
  for (const { license, terms, holder } of packages) {
    const plain = terms.replace(/\s+/g, ' ').toLowerCase()
    const known = texts.get(plain) ?? { license, terms, holders: [] }
    known.holders.push(holder)
    texts.set(plain, known)
  }
  const parts = [...texts.values()].map(
    ({ license, terms, holders }) => `${license}\n${holders.join('\n')}\n\n${terms}`,
  )
  return `/*! This program contains:\n\n${parts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`
}

/** The program and the style of a page, ready to stand inside their elements. */
export async function bundlePage(root, program = 'src/page/main.ts', sheet = 'src/page/page.css') {
  const yaml = dirname(createRequire(join(root, 'package.json')).resolve('yaml/package.json'))
  const { text, inputs } = await bundled(root, program, {
    format: 'iife',
    platform: 'browser',
    plugins: [withoutExamples],
    alias: { yaml: join(yaml, 'browser/index.js') },
  })
  const script = notices(root, inputs) + text
  const { text: style } = await bundled(root, sheet, { loader: { '.css': 'css' } })
  const inScript = script.replace(/<\/(script)|<!--/gi, (_, name) => (name ? `<\\/${name}` : '<\\!--'))
  if (/<\/style/i.test(style)) throw new Error('the style of the page would end its element')
  return { script: inScript, scriptHash: hashOf(inScript), style, styleHash: hashOf(style) }
}

/** The program and the style of the living documentation. */
export const bundleLiving = (root) => bundlePage(root, 'src/page/living.ts', 'src/page/living.css')

/** The bundle as a module that the command line loads on demand, and its types. */
export function pageBundleModule(bundle) {
  const lines = Object.entries(bundle).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`)
  const types = Object.keys(bundle).map((name) => `export declare const ${name}: string\n`)
  const head = '// Generated from src/page.\n'
  return { code: head + lines.join(''), types: head + types.join('') }
}
