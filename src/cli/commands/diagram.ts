import { renderMermaid } from '../../report/drawing/mermaid.ts'
import type { DiagramTheme } from '../../report/drawing/mermaid-theme.ts'
import type { Audience } from '../../report/wording/nouns.ts'
import { outputText } from '../../source/text/output-text.ts'
import type { Trace } from '../../trace/step.ts'
import type { DefineCommand } from '../define-command.ts'
import { drawPictures, type Picture } from '../draw-pictures.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, collect, type FormatTarget, readFormats } from '../formats.ts'
import { loadForUser } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { addRequestOptions, chooseOne, playSessions, type RequestOptions } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'
import { warnWithoutEffect } from '../without-effect.ts'

const formats = ['mmd', 'md', 'svg', 'png', 'pdf'] as const
type DiagramFormat = (typeof formats)[number]
const audiences = ['user', 'architect', 'auditor'] as const satisfies readonly Audience[]
const themes = ['light', 'dark'] as const satisfies readonly DiagramTheme[]

interface DiagramCommandOptions extends RequestOptions {
  readonly format?: readonly string[]
  readonly output?: readonly string[]
  readonly audience: string
  readonly theme?: string
}

/** `authplan diagram`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'diagram', {
    notes: 'SVG, PNG and PDF require mermaid-cli and a browser; Mermaid text and Markdown require neither.',
    examples: [
      { line: 'authplan diagram tenant.yaml -u "Finance lead" -c outlook-2010', says: 'Mermaid text' },
      {
        line: 'authplan diagram tenant.yaml -u "Finance lead" -c outlook-2010 -p read-mail -o mail.svg',
        says: 'an image',
      },
      { line: 'authplan diagram tenant.yaml -c outlook-2016 -f md', says: 'a block for a page that renders Mermaid' },
      {
        line: 'authplan diagram tenant.yaml -c outlook-2016 --audience user -o ask.png',
        says: 'only what the user sees',
      },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addRequestOptions(command)
    .option('-o, --output <FILE>', 'F.mmd, F.md, F.svg, F.png or F.pdf; repeatable', collect)
    .option('--audience <AUDIENCE>', audiences.join(', '), 'architect')
    .option('--theme <THEME>', `${themes.join(', ')}; without it, Mermaid text uses the theme of the page`)
  addFormatOption(command, formats, 'mmd')
  return command.action(async (file: string, options: DiagramCommandOptions) => {
    exit(await diagram(file, options, environment))
  })
}

async function diagram(file: string, options: DiagramCommandOptions, environment: Environment): Promise<ExitCode> {
  const targets = targetsOf(options)
  const audience = oneOf('audience', options.audience, audiences)
  const theme = options.theme === undefined ? undefined : oneOf('theme', options.theme, themes)
  const tenant = await loadForUser(environment, file, options.user)
  const { traces } = chooseOne(environment, playSessions(tenant, options))
  const pictures: Picture[] = []
  for (const { format, file: to } of targets) {
    if (format === 'mmd' || format === 'md') await write(environment, textOf(format, traces, audience, theme), to)
    else if (to !== undefined) pictures.push(pictureOf(format, to, traces, audience, theme ?? 'light'))
  }
  const drawn = await drawPictures(environment, pictures)
  return drawn ? warnWithoutEffect(environment, tenant, options) : 2
}

function pictureOf(
  format: Picture['format'],
  file: string,
  traces: readonly Trace[],
  audience: Audience,
  theme: DiagramTheme,
): Picture {
  const mermaid = renderMermaid(traces, { audience, theme })
  return { file, format, mermaid, theme: theme === 'dark' ? 'dark' : 'default' }
}

async function write(environment: Environment, drawn: string, file: string | undefined): Promise<void> {
  const text = outputText('mmd', drawn)
  if (file === undefined) environment.stdout(text)
  else await environment.writeFile(file, text)
}

function textOf(
  format: 'mmd' | 'md',
  traces: readonly Trace[],
  audience: Audience,
  theme: DiagramTheme | undefined,
): string {
  const mermaid = renderMermaid(traces, { audience, ...(theme === undefined ? {} : { theme }) }).trimEnd()
  return format === 'mmd' ? `${mermaid}\n` : `\`\`\`mermaid\n${mermaid}\n\`\`\`\n`
}

/** `-o` names its format by the ending of the file; pictures are never written to a terminal. */
function targetsOf({ format, output = [] }: DiagramCommandOptions): readonly FormatTarget<DiagramFormat>[] {
  const files = output.map((file) => {
    const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
    const known = formats.find((one) => one === (ending === 'markdown' ? 'md' : ending === 'mermaid' ? 'mmd' : ending))
    if (known === undefined)
      throw usageProblem(`cannot infer the format of \`${file}\``, 'use the extension .mmd, .md, .svg, .png or .pdf')
    return { format: known, file }
  })
  const targets = [...(format === undefined && files.length > 0 ? [] : readFormats(format, formats, 'mmd')), ...files]
  const picture = targets.find((target) => target.file === undefined && !['mmd', 'md'].includes(target.format))
  if (picture !== undefined)
    throw usageProblem(`a ${picture.format} needs a file`, `write \`-o FILE.${picture.format}\``)
  return targets
}
