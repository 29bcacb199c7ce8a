import { featureFormats } from '../../vocabulary/feature-formats.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, collect, readFormats } from '../formats.ts'
import { removeIfKilled } from '../leftovers.ts'
import { newCommand } from '../new-command.ts'
import { usageProblem } from '../usage.ts'
import { withCucumber } from '../with-cucumber.ts'

interface TestOptions {
  readonly format?: readonly string[]
  readonly tags?: string
  readonly name?: readonly string[]
  readonly steps?: readonly string[]
  readonly coverageThreshold?: string
  readonly requirements?: string
  readonly strict?: true
  readonly watch?: true
}

const examples = [
  { line: 'authplan test', says: 'every feature under features/' },
  { line: 'authplan test features/mail.feature:12', says: 'the scenario at that line' },
  { line: 'authplan test --tags "@legacy and not @slow"', says: 'scenarios with these tags' },
  { line: 'authplan test -f text -f junit:out/junit.xml -f html:out/features.html', says: 'in a build' },
  {
    line: 'authplan test -f text -f coverage:out/coverage.txt --coverage-threshold 80',
    says: 'how much of the model is covered by assertions',
  },
  {
    line: 'authplan test -f text -f requirements:out/requirements.md',
    says: 'each requirement with its scenarios, verdicts, rules and sources',
  },
  { line: 'authplan test --watch', says: 'again after every change, until interrupted' },
] as const

/** `authplan test`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'test', {
    exit1: 'a scenario failed, was skipped, undefined or ambiguous, or nothing ran',
    notes:
      'Runs on @cucumber/cucumber 12 or 13, which the project must install. The steps are built in; `authplan steps` lists them.',
    examples: [...examples],
  })
  command
    .argument('[FEATURES...]', 'files, FILE:LINE, folders or patterns (default: features)')
    .option('-t, --tags <EXPRESSION>', 'only scenarios whose tags match this expression')
    .option('--name <PATTERN>', 'only scenarios whose name matches; repeatable', collect)
    .option('--steps <FILE>', 'a module with additional steps; repeatable', collect)
    .option(
      '--coverage-threshold <PERCENT>',
      'exit with 1 if a smaller percentage of sign-ins, policies and events is asserted by name',
    )
    .option(
      '--requirements <FILE>',
      'requirements to trace and packs to include (default: requirements.yaml, if all features run)',
    )
    .option('--strict', 'fail on warnings about the tenants')
    .option('-w, --watch', 'keep running, and rerun what a change affects')
  addFormatOption(command, featureFormats, 'text')
  return command.action(async (features: readonly string[], options: TestOptions) => {
    exit(await test(features, options, environment))
  })
}

async function test(paths: readonly string[], options: TestOptions, environment: Environment): Promise<ExitCode> {
  const formats = readFormats(options.format, featureFormats, 'text')
  const threshold = options.coverageThreshold === undefined ? undefined : readPercent(options.coverageThreshold)
  const { runFeatures } = await withCucumber(() => import('../../gherkin/run/run-features.ts'))
  const { exitCode } = await runFeatures({
    paths,
    formats,
    cwd: environment.cwd,
    reader: environment.reader,
    stdout: environment.stdout,
    stderr: environment.stderr,
    writeFile: environment.writeFile,
    removeIfKilled,
    livingBundle: () => import('../../page/generated/living-bundle.js'),
    color: environment.color.stdout,
    ...(options.tags === undefined ? {} : { tags: options.tags }),
    ...(options.name === undefined ? {} : { names: options.name }),
    ...(options.steps === undefined ? {} : { stepFiles: options.steps }),
    ...(options.requirements === undefined ? {} : { requirements: options.requirements }),
    ...(threshold === undefined ? {} : { coverageThreshold: threshold }),
    ...(options.strict === undefined ? {} : { strict: true }),
    ...(options.watch === undefined ? {} : { watch: environment.untilInterrupted() }),
  })
  return exitCode
}

function readPercent(text: string): number {
  const percent = Number(text)
  if (text.trim() !== '' && percent >= 0 && percent <= 100) return percent
  throw usageProblem(`\`${text}\` is not a valid percentage`, 'write a number from 0 to 100')
}
