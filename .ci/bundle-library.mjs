// Joins the modules of the library into few files: what a program imports loads several times faster.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as esbuild from 'esbuild'

/** What users import, and what the command line keeps outside its own bundle. */
const entries = [
  'index.ts',
  'gherkin/steps/register-steps.ts',
  'gherkin/register.ts',
  'cli/commands/init.ts',
  'cli/commands/lsp.ts',
  'cli/commands/spec.ts',
  'cli/commands/steps.ts',
  'cli/commands/test.ts',
  'page/generated/page-bundle.js',
]

/** Writes the entries, and the parts that they share, over what the compiler left in the folder. */
export async function bundleLibrary(root, folder = 'dist') {
  const yaml = dirname(createRequire(join(root, 'package.json')).resolve('yaml/package.json'))
  await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { yaml: join(yaml, 'browser/index.js') },
    outbase: 'src',
    outdir: folder,
    entryPoints: entries.map((name) => `src/${name}`),
    chunkNames: 'shared/[hash]',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
  })
}
