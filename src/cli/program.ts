/** What the executable needs of the command line; the build bundles it into one file that starts fast. */
export { nodeEnvironment } from './environment.ts'
export { runCli } from './run.ts'
