// Bundles the browser program of the HTML report into one script and one style, as texts with their hashes.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as esbuild from 'esbuild'

const hashOf = (text) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`

async function bundled(root, file, options) {
  const built = await esbuild.build({
    entryPoints: [join(root, file)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    logLevel: 'error',
    ...options,
  })
  return built.outputFiles[0].text.trim()
}

/** The program and the style of the page, ready to stand inside their elements. */
export async function bundlePage(root) {
  const yaml = dirname(createRequire(join(root, 'package.json')).resolve('yaml/package.json'))
  const script = await bundled(root, 'src/page/main.ts', {
    format: 'iife',
    platform: 'browser',
    alias: { yaml: join(yaml, 'browser/index.js') },
  })
  const style = await bundled(root, 'src/page/page.css', { loader: { '.css': 'css' } })
  const inScript = script.replace(/<\/(script)|<!--/gi, (_, name) => (name ? `<\\/${name}` : '<\\!--'))
  if (/<\/style/i.test(style)) throw new Error('the style of the page would end its element')
  return { script: inScript, scriptHash: hashOf(inScript), style, styleHash: hashOf(style) }
}

/** The bundle as a module that the command line loads on demand, and its types. */
export function pageBundleModule(bundle) {
  const lines = Object.entries(bundle).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`)
  const types = Object.keys(bundle).map((name) => `export declare const ${name}: string\n`)
  const head = '// Generated from src/page.\n'
  return { code: head + lines.join(''), types: head + types.join('') }
}
