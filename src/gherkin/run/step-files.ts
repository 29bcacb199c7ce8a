import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { RunProblem } from '../reports/run-model.ts'
import { type CodePlace, placeOfText, projectPlaceOf, syntaxPlaceOf } from '../scenario/code-place.ts'
import { shown } from './feature-files.ts'

/** Loads the step files of a project; one that cannot be loaded is reported at its location. */
export async function loadStepFiles(cwd: string, files: readonly string[]): Promise<readonly RunProblem[]> {
  const problems: RunProblem[] = []
  for (const file of files) {
    const missing = missingProblem(cwd, file)
    if (missing !== undefined) problems.push(missing)
    else {
      try {
        await import(pathToFileURL(resolve(cwd, file)).href)
      } catch (thrown) {
        problems.push(loadProblem(cwd, file, thrown))
      }
    }
  }
  return problems
}

function missingProblem(cwd: string, file: string): RunProblem | undefined {
  const whole = resolve(cwd, file)
  if (!existsSync(whole)) {
    const folder = dirname(whole)
    const near = existsSync(folder) ? suggest(whole.slice(folder.length + 1), readdirSync(folder)) : undefined
    const help = near === undefined ? '' : `\n  did you mean \`${near}\`?`
    return { uri: shown(cwd, file), line: 1, message: `there is no steps file here${help}`, invalid: true }
  }
  if (!statSync(whole).isDirectory()) return undefined
  return {
    uri: shown(cwd, file),
    line: 1,
    message: 'this is a folder\n  name each of its files with `--steps FILE`',
    invalid: true,
  }
}

function loadProblem(cwd: string, file: string, thrown: unknown): RunProblem {
  const whole = resolve(cwd, file)
  const silent = thrown instanceof SyntaxError && projectPlaceOf(thrown) === undefined
  const place = (silent ? syntaxPlaceOf(whole) : projectPlaceOf(thrown)) ?? { file: whole, line: 1 }
  return problemAt(cwd, place, `this steps file cannot be loaded: ${wordsOf(thrown)}`)
}

/** A problem at a location in the project's code, with the column in the message. */
export function problemAt(cwd: string, { file, line, column }: CodePlace, message: string): RunProblem {
  const [first = '', ...rest] = message.split('\n')
  const said = column === undefined ? first : `${first} (column ${column})`
  return { uri: shown(cwd, file), line, message: [said, ...rest].join('\n'), invalid: true }
}

/** A thrown error in words; for typical errors of Node and Cucumber, what to do. */
export function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `it throws ${String(thrown)}`
  const { message, name } = thrown
  const code = 'code' in thrown ? thrown.code : undefined
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
    return 'Node cannot load this kind of file\n  write the steps in JavaScript (.mjs, .cjs, .js), or compile them first'
  if (code === 'ERR_IMPORT_ATTRIBUTE_MISSING' || code === 'ERR_IMPORT_ASSERTION_TYPE_MISSING')
    return 'it is not JavaScript\n  write the steps in JavaScript (.mjs, .cjs, .js)'
  if (/on an instance of Cucumber that isn't running/.test(message))
    return 'it uses a different copy of Cucumber than authplan\n  install @cucumber/cucumber once, in the project folder, next to authplan'
  return name === 'Error' ? message.trim() : `${name}: ${message.trim()}`
}

/** An expression error of Cucumber, located in the step file; without a location it is not the project's error. */
export function expressionProblem(cwd: string, files: readonly string[], thrown: unknown): RunProblem | undefined {
  if (!(thrown instanceof Error)) return undefined
  const place = projectPlaceOf(thrown) ?? expressionPlace(cwd, files, thrown.message.split('\n').slice(1))
  return place === undefined ? undefined : problemAt(cwd, place, `a step cannot be registered: ${wordsOf(thrown)}`)
}

/** The step file that contains one of some texts. */
export function expressionPlace(
  cwd: string,
  files: readonly string[],
  texts: readonly string[],
): CodePlace | undefined {
  const wanted = texts.map((text) => text.trim()).filter((text) => text.length > 1)
  for (const text of wanted) {
    for (const file of files) {
      const place = placeOfText(resolve(cwd, file), text)
      if (place !== undefined) return place
    }
  }
  return undefined
}
