import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { shellWord } from '../source/text/shell-word.ts'
import { usageProblem } from './usage.ts'
import { linkedFile } from './write-file.ts'

/** What every command refuses before it starts: an option given twice where one counts, and outputs that meet in one file. */
export function guardCommand(command: Command, cwd: string): void {
  for (const option of command.options)
    if ((option.required || option.optional) && option.parseArg === undefined)
      option.argParser(onceOnly(option.long ?? option.flags))
  command.hook('preAction', (_, action) => {
    // Commander types the options of a command as any record.
    const options: Readonly<Record<string, unknown>> = action.opts()
    refuseSharedFiles(outputsOf(options), action.args, cwd)
  })
}

/** A parser that takes one value; a second one would silently replace the first. */
function onceOnly(flag: string): (value: string) => string {
  let first: string | undefined
  return (value) => {
    if (first !== undefined)
      throw usageProblem(
        `\`${flag}\` is given twice: \`${first}\` and \`${value}\``,
        'use it once, and run the command once per value',
      )
    first = value
    return value
  }
}

const texts = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string')

/** The files that the options name as outputs. */
function outputsOf(options: Readonly<Record<string, unknown>>): readonly string[] {
  const formats = texts(options['format']).flatMap((one) =>
    one.includes(':') ? [one.slice(one.indexOf(':') + 1)] : [],
  )
  return [
    ...formats,
    ...texts(options['output']),
    ...texts(options['writeBaseline']),
    ...texts(options['apply']),
  ].filter((file) => file !== '')
}

/** Refuses outputs of which two are one file, and an output that would replace an input. */
export function refuseSharedFiles(outputs: readonly string[], inputs: readonly string[], cwd: string): void {
  const sources = new Map(inputs.map((file) => [placeOf(file, cwd), file]))
  const seen = new Map<string, string>()
  for (const file of outputs) {
    const place = placeOf(file, cwd)
    if (place === undefined) continue
    const other = seen.get(place)
    if (other !== undefined)
      throw usageProblem(
        `two outputs would be written to the same file: ${shellWord(other)}`,
        'write each to a separate file',
      )
    if (sources.has(place))
      throw usageProblem(`the output would replace the input ${shellWord(file)}`, 'write to another file')
    seen.set(place, file)
  }
}

/** Where a file really is, links followed; undefined for a device, which takes any number of outputs. */
function placeOf(file: string, cwd: string): string | undefined {
  const whole = linkedFile(resolve(cwd, file))
  try {
    const stat = statSync(whole)
    return stat.isCharacterDevice() || stat.isFIFO() ? undefined : realpathSync(whole)
  } catch {
    // Not there yet, so the folder says where it will be.
    return dirname(whole) === whole ? whole : join(placeOf(dirname(whole), cwd) ?? dirname(whole), basename(whole))
  }
}
