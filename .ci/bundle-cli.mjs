// Bundles the command line into one file, and keeps next to it the code that Node compiled of it: both halve a start.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'

/** Runs whose code is worth keeping compiled. */
const usual = [
  ['check', 'scenarios/federated-skype-on-premises.yaml'],
  ['simulate', 'scenarios/federated-skype-on-premises.yaml'],
]

/** What stays outside: what runs on Cucumber, which shares the compiled steps, and the program of the HTML page. */
async function outsideOf(folder, path) {
  if (path.endsWith('/page-bundle.js')) return '../page/generated/page-bundle.js'
  if (path.startsWith('../gherkin/run/')) return path.replace(/\.ts$/, '.js')
  if (!/^\.\/commands\/[\w-]+\.ts$/.test(path)) return undefined
  const text = await readFile(resolve(folder, path), 'utf8')
  return /'\.\.\/\.\.\/(?:gherkin|lsp)\//.test(text) ? path.replace(/\.ts$/, '.js') : undefined
}

/** A script has no `import()` of its own, so the one who loads it lends one: `loadOutside`. */
const leaveOutside = {
  name: 'leave-outside',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /\/src\/cli\/(?:commands\/)?[\w-]+\.ts$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8')
      for (const [whole, imported] of contents.matchAll(/\bimport\('([^']+)'\)/g)) {
        const outside = await outsideOf(dirname(path), imported)
        if (outside !== undefined) contents = contents.replace(whole, `loadOutside('${outside}')`)
      }
      return { contents, loader: 'ts' }
    })
    onResolve({ filter: /\/(?:gherkin|lsp)\/[\w-]+\.ts$/ }, ({ path, importer }) => {
      throw new Error(`${importer} imports ${path}: only a file of commands/ may`)
    })
  },
}

const options = (root) => ({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'error',
})

/** A script knows its address by another name than a module does. */
const mainUrl = "const mainUrl = require('node:url').pathToFileURL(__filename).href"

/** The modules of load-program.ts and main.ts, each in one small file; Node starts a script sooner than a module. */
async function bundleEntry(root, file, outfile, format) {
  await esbuild.build({
    ...options(root),
    format,
    entryPoints: [join(root, file)],
    outfile,
    minifySyntax: true,
    ...(format === 'cjs' ? { define: { 'import.meta.url': 'mainUrl' }, banner: { js: mainUrl } } : {}),
    plugins: [
      {
        name: 'keep-program',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/program\.ts$/ }, () => ({ path: './program.js', external: true })),
      },
    ],
  })
}

/** Writes the executable, the bundled program and its compiled code to the folder. */
export async function bundleCli(root, folder = 'dist/cli') {
  const out = join(root, folder)
  const yaml = dirname(createRequire(join(root, 'package.json')).resolve('yaml/package.json'))
  await mkdir(out, { recursive: true })
  await rm(join(out, 'program.cache'), { force: true })
  await bundleEntry(root, 'src/cli/main.ts', join(out, 'main.cjs'), 'cjs')
  // Beside the bundle the module of that name would be a second way in.
  await rm(join(out, 'main.js'), { force: true })
  await esbuild.build({
    ...options(root),
    format: 'cjs',
    charset: 'ascii',
    entryPoints: [join(root, 'src/cli/program.ts')],
    outfile: join(out, 'program.cjs'),
    minifySyntax: true,
    minifyIdentifiers: true,
    minifyWhitespace: true,
    banner: { js: '(function(exports,require,module,fileUrl,loadOutside){' },
    footer: { js: '})' },
    alias: { yaml: join(yaml, 'browser/index.js') },
    define: { 'import.meta.url': 'fileUrl' },
    plugins: [leaveOutside],
  })
  await keepCompiledCode(root, out)
}

/** Runs what is usual once, so that its functions are compiled, and keeps them. */
async function keepCompiledCode(root, out) {
  const loader = join(out, 'load-program-once.mjs')
  await bundleEntry(root, 'src/cli/load-program.ts', loader, 'esm')
  try {
    const { compileProgram } = await import(`${pathToFileURL(loader).href}?${process.pid}`)
    const { program, script } = compileProgram(pathToFileURL(`${out}/`))
    // Code that was kept under other flags of the engine than those of a start is not taken.
    const { shortWork: _, ...own } = program.nodeEnvironment(process)
    const environment = { ...own, stdout: () => {}, stderr: () => {} }
    for (const words of usual) {
      const code = await program.runCli(words, environment)
      // A start without compiled code is slower and works; that the command fails is for the tests to say.
      if (code !== 0)
        return console.error(`bundle: authplan ${words.join(' ')} ended with ${code}, so no compiled code is kept`)
    }
    await writeFile(join(out, 'program.cache'), script.createCachedData())
  } finally {
    await rm(loader, { force: true })
  }
}
