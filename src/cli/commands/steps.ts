import { editorGlue } from '../../gherkin/authoring/editor-glue.ts'
import { parameterTypes } from '../../gherkin/steps/parameter-types.ts'
import { vocabulary, vocabularyNotes } from '../../gherkin/steps/vocabulary.ts'
import { jsonText } from '../../report/json/json.ts'
import type { DefineCommand } from '../define-command.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { newCommand } from '../new-command.ts'

const formats = ['text', 'json', 'markdown', 'glue'] as const
type StepsFormat = (typeof formats)[number]

/** `authplan steps`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'steps', {
    examples: [
      { line: 'authplan steps', says: 'every step a feature can use, each with an example' },
      { line: 'authplan steps -f glue:.vscode/authplan-steps.js', says: 'for the Cucumber extension of an editor' },
      { line: 'authplan steps -f markdown:steps.md', says: 'the same as a page to keep next to the features' },
    ],
  })
  addFormatOption(command, formats, 'text')
  return command.action(async (options: { readonly format?: readonly string[] }) => {
    await emit(environment, readFormats(options.format, formats, 'text'), render)
    exit(0)
  })
}

function render(format: StepsFormat): string {
  switch (format) {
    case 'text':
      return [
        ...vocabulary.map(({ heading, steps }) => `${heading}\n\n${steps.map(textOf).join('\n')}`),
        parameters(),
        notes(),
      ].join('\n')
    case 'markdown':
      return vocabulary.map(({ heading, steps }) => `## ${heading}\n\n${steps.map(markdownOf).join('\n')}`).join('\n')
    case 'glue':
      return editorGlue()
    case 'json':
      return jsonText({
        formatVersion: 1,
        parameters: parameterTypes.map(({ name, says, example }) => ({ name, says, example })),
        steps: vocabulary.flatMap(({ heading, steps }) =>
          steps.map(({ keyword, pattern, says, example, block }) => ({
            heading,
            keyword,
            pattern,
            says,
            example,
            ...(block === undefined ? {} : { block }),
          })),
        ),
      })
  }
}

type StepText = Pick<(typeof vocabulary)[number]['steps'][number], 'keyword' | 'pattern' | 'says' | 'example'>

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n')

function textOf({ keyword, pattern, says, example }: StepText): string {
  return `  ${keyword} ${pattern}\n      ${says}\n${indented(example, '        ')}\n`
}

function markdownOf({ keyword, pattern, says, example }: StepText): string {
  return `### ${keyword} \`${pattern}\`\n\n${says[0]?.toUpperCase() ?? ''}${says.slice(1)}.\n\n\`\`\`gherkin\n${example}\n\`\`\`\n`
}

function notes(): string {
  return vocabularyNotes
    .map(
      ({ heading, text, example }) =>
        `${heading}\n\n  ${text}\n${example === undefined ? '' : `\n${indented(example, '      ')}\n`}`,
    )
    .join('\n')
}

/** What is in the braces of the sentences. */
function parameters(): string {
  const width = Math.max(...parameterTypes.map(({ name }) => name.length))
  const lines = parameterTypes.map(
    ({ name, says, example }) => `  {${name}}${' '.repeat(width - name.length)}  ${says}: ${example}`,
  )
  return ['Parameters', '', ...lines, ''].join('\n')
}
