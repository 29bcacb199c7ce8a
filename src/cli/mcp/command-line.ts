import { isMapping } from '../../vocabulary/mapping.ts'
import { usageProblem } from '../usage.ts'
import type { Tool, ToolArgument } from './tools.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

/** What an argument says, as words of a command line; throws a problem of usage for another type than the tool takes. */
function wordsOf(name: string, { type, as }: ToolArgument, value: unknown): readonly string[] {
  const words =
    type === 'array'
      ? Array.isArray(value) && value.length > 0 && value.every(isText)
        ? value
        : undefined
      : type === 'object'
        ? isMapping(value)
          ? [JSON.stringify(value)]
          : undefined
        : isText(value) && value !== ''
          ? [value]
          : undefined
  if (words === undefined) throw usageProblem(`the argument \`${name}\` must be ${sorts[type]}`)
  // Joined by a sign, so that no value is taken for an option.
  if (as === 'path') refuseOutside(words)
  return as === 'word' || as === 'path' ? words : words.map((word) => `${as}=${word}`)
}

/** A path that leads out of the folder by its words; links that do are refused when files are opened. */
function refuseOutside(paths: readonly string[]): void {
  const outside = paths.find((path) => /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path))
  if (outside !== undefined) throw usageProblem(`\`${outside}\` is not a path below the folder of this server`)
}

const sorts: Readonly<Record<ToolArgument['type'], string>> = {
  string: 'a text that is not empty',
  array: 'a list of texts that is not empty',
  object: 'an object',
}

/** The command line of a call: options first, then words that nothing takes for options. */
export function commandLineOf(tool: Tool, given: unknown): readonly string[] {
  const values = given ?? {}
  if (!isMapping(values)) throw usageProblem('the arguments must be an object')
  const known = Object.keys(tool.arguments)
  const unknown = Object.keys(values).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw usageProblem(`the tool ${tool.name} has no argument \`${unknown}\``, `it has ${known.join(', ')}`)
  const lacking = tool.required.find((name) => values[name] === undefined)
  if (lacking !== undefined) throw usageProblem(`the tool ${tool.name} needs the argument \`${lacking}\``)
  const parts = Object.entries(tool.arguments).flatMap(([name, argument]) =>
    values[name] === undefined ? [] : [{ as: argument.as, words: wordsOf(name, argument, values[name]) }],
  )
  const isOption = ({ as }: { readonly as: ToolArgument['as'] }): boolean => as.startsWith('--')
  const options = parts.filter(isOption).flatMap(({ words }) => words)
  const words = parts.filter((part) => !isOption(part)).flatMap((part) => part.words)
  // The root is said, so that a file outside of it is refused even where it is named.
  return [tool.command, ...options, `--format=${tool.format ?? 'json'}`, '--root=.', '--', ...words]
}
