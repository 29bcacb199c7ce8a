import { parameterTypes, registeredName, registeredPattern, registeredRegexp } from '../steps/parameter-types.ts'
import { vocabulary } from '../steps/vocabulary.ts'

/**
 * The vocabulary as a file for editors: their Cucumber extensions look for literal step calls, which a library that
 * registers its steps from a table does not contain. Editors read the file; it is never executed.
 */
export function editorGlue(): string {
  const types = parameterTypes.map(
    (type) =>
      `defineParameterType({ name: ${quoted(registeredName(type))}, regexp: ${String(registeredRegexp(type))} })`,
  )
  const steps = vocabulary.flatMap(({ heading, steps: own }) => [
    '',
    `// ${heading}`,
    ...own.map(
      ({ keyword, pattern, says }) =>
        `/** ${capital(says)}. */\n${keyword}(${quoted(registeredPattern(pattern))}, () => {})`,
    ),
  ])
  const head = [
    '// The steps of authplan for the Cucumber extension of an editor. It is read, never executed.',
    '// Written by `authplan init`; `authplan steps --format glue` prints it again.',
    "import { Given, Then, When, defineParameterType } from '@cucumber/cucumber'",
    '',
  ]
  return [...head, ...types, ...steps, ''].join('\n')
}

const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`

const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1)
