// Bundles the command line: a few minified files that are loaded on demand start in half the time of many small ones.
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as esbuild from 'esbuild'

/** The step library stays as compiled files, so that features and the command line run the same module. */
const keepSteps = {
  name: 'keep-steps',
  setup({ onResolve }) {
    onResolve({ filter: /\/gherkin\/[\w-]+\.ts$/ }, ({ path }) => ({
      path: `../gherkin/${path.slice(path.lastIndexOf('/') + 1, -3)}.js`,
      external: true,
    }))
  },
}

/** Writes the folder anew from `src/cli/main.ts`. */
export async function bundleCli(root, folder = 'dist/cli') {
  const yaml = dirname(createRequire(join(root, 'package.json')).resolve('yaml/package.json'))
  const out = join(root, folder)
  await rm(out, { recursive: true, force: true })
  await esbuild.build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    absWorkingDir: root,
    outdir: out,
    bundle: true,
    splitting: true,
    minifySyntax: true,
    minifyIdentifiers: true,
    // Lines stay lines, so that a stack trace can be read.
    minifyWhitespace: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    chunkNames: '[name]-[hash]',
    alias: { yaml: join(yaml, 'browser/index.js') },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
    },
    plugins: [keepSteps],
    logLevel: 'error',
  })
}
