import type { Command } from 'commander'
import { neutralOutput } from '../source/text/output-text.ts'
import type { Environment } from './environment.ts'
import { oneOf, usageProblem } from './usage.ts'

/** One rendering that was asked for, and the file it goes to; without one it goes to standard output. */
export interface FormatTarget<F extends string> {
  readonly format: F
  readonly file?: string
}

/** Collects the values of a repeatable option. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** Adds `--format FORMAT[:FILE]` with the names it takes. */
export function addFormatOption(command: Command, known: readonly string[], usual: string): Command {
  const text = `${known.join(', ')}; :FILE writes to a file; repeatable (default: ${usual})`
  return command.option('-f, --format <FORMAT[:FILE]>', text, collect)
}

/** What `--format` asked for; two renderings cannot share standard output. */
export function readFormats<F extends string>(
  values: readonly string[] | undefined,
  known: readonly F[],
  usual: F,
): readonly FormatTarget<F>[] {
  if (values === undefined || values.length === 0) return [{ format: usual }]
  const targets = values.map((value): FormatTarget<F> => {
    const colon = value.indexOf(':')
    const format = oneOf('format', colon < 0 ? value : value.slice(0, colon), known)
    if (colon < 0) return { format }
    if (colon === value.length - 1)
      throw usageProblem(`missing file name after \`${value}\``, `write \`${format}:FILE\``)
    return { format, file: value.slice(colon + 1) }
  })
  if (targets.filter(({ file }) => file === undefined).length > 1)
    throw usageProblem('two formats for standard output', 'write all but one to a file: `--format json:FILE`')
  return targets
}

/** Renders each wanted format once, in pieces where it can be large, neutral whatever it holds; files are written whole. */
export async function emit<F extends string>(
  environment: Environment,
  targets: readonly FormatTarget<F>[],
  render: (format: F) => string | Iterable<string>,
): Promise<void> {
  for (const { format, file } of targets) {
    const output = neutralOutput(format, render(format), environment.color.stdout)
    if (file === undefined) environment.stdout(output)
    else await environment.writeFile(file, output)
  }
}
