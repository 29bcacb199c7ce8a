import { sessionDiagram } from '../../report/drawing/diagram.ts'
import { drawingStyleOf } from '../../report/drawing/drawing-style.ts'
import { renderMermaid } from '../../report/drawing/mermaid.ts'
import type { DiagramTheme } from '../../report/drawing/mermaid-theme.ts'
import { renderPlantuml } from '../../report/drawing/plantuml.ts'
import { sequenceSvgText } from '../../report/drawing/sequence-svg.ts'
import type { Audience } from '../../report/wording/nouns.ts'
import { outputText } from '../../source/text/output-text.ts'
import type { Trace } from '../../trace/step.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import type { DefineCommand } from '../define-command.ts'
import { drawPictures, type Picture } from '../draw-pictures.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, collect, type FormatTarget, readFormats } from '../formats.ts'
import { loadForUser } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { addRequestOptions, chooseOne, playSessions, type RequestOptions } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'
import { warnWithoutEffect } from '../without-effect.ts'

const formats = ['mermaid', 'plantuml', 'md', 'svg', 'png', 'pdf'] as const
type DiagramFormat = (typeof formats)[number]
const endings: Readonly<Record<string, DiagramFormat>> = {
  mmd: 'mermaid',
  mermaid: 'mermaid',
  puml: 'plantuml',
  plantuml: 'plantuml',
  md: 'md',
  markdown: 'md',
  svg: 'svg',
  png: 'png',
  pdf: 'pdf',
}
const audiences = ['user', 'architect', 'auditor'] as const satisfies readonly Audience[]
const themes = ['light', 'dark'] as const satisfies readonly DiagramTheme[]
const renderers = ['authplan', 'mermaid'] as const

interface DiagramCommandOptions extends RequestOptions {
  readonly format?: readonly string[]
  readonly output?: readonly string[]
  readonly audience: string
  readonly theme?: string
  readonly renderer: string
  readonly fold?: readonly string[]
}

/** What is drawn, and how. */
interface Look {
  readonly audience: Audience
  readonly theme: DiagramTheme | undefined
  readonly renderer: (typeof renderers)[number]
  readonly folded: ReadonlySet<LegName>
}

/** `authplan diagram`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'diagram', {
    notes:
      'PNG and PDF require puppeteer and a browser, `--renderer mermaid` also mermaid-cli; SVG and the texts require none of them.',
    examples: [
      { line: 'authplan diagram tenant.yaml -u "Finance lead" -c outlook-2010', says: 'Mermaid text' },
      {
        line: 'authplan diagram tenant.yaml -u "Finance lead" -c outlook-2010 -p read-mail -o mail.svg',
        says: 'an image',
      },
      { line: 'authplan diagram tenant.yaml -c outlook-2016 -f md', says: 'a block for a page that renders Mermaid' },
      { line: 'authplan diagram tenant.yaml -c outlook-2016 -o mail.puml', says: 'PlantUML text' },
      {
        line: 'authplan diagram tenant.yaml -c outlook-2016 --audience user -o ask.png',
        says: 'only what the user sees',
      },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addRequestOptions(command)
    .option('-o, --output <FILE>', 'F.mmd, F.puml, F.md, F.svg, F.png or F.pdf; repeatable', collect)
    .option('--audience <AUDIENCE>', audiences.join(', '), 'architect')
    .option('--theme <THEME>', `${themes.join(', ')}; without it, Mermaid text uses the theme of the page`)
    .option('--fold <LEG>', 'draw only the outcome of this leg; repeatable', collect)
    .option('--renderer <RENDERER>', `what draws SVG, PNG and PDF: ${renderers.join(', ')}`, 'authplan')
  addFormatOption(command, formats, 'mermaid')
  return command.action(async (file: string, options: DiagramCommandOptions) => {
    exit(await diagram(file, options, environment))
  })
}

async function diagram(file: string, options: DiagramCommandOptions, environment: Environment): Promise<ExitCode> {
  const asked = {
    audience: oneOf('audience', options.audience, audiences),
    theme: options.theme === undefined ? undefined : oneOf('theme', options.theme, themes),
    renderer: oneOf('renderer', options.renderer, renderers),
  }
  const targets = targetsOf(options, asked)
  const tenant = await loadForUser(environment, file, options.user)
  const { traces } = chooseOne(environment, playSessions(tenant, options))
  const legs = traces.map(({ request }) => request.leg)
  const look: Look = { ...asked, folded: new Set((options.fold ?? []).map((leg) => oneOf('leg', leg, legs))) }
  const pictures: Picture[] = []
  for (const { format, file: to } of targets) {
    if (!isDrawnByBrowser(format, look)) await write(environment, textOf(format, traces, look), format, to)
    else if (to !== undefined) pictures.push(pictureOf(format, to, traces, look))
  }
  const drawn = await drawPictures(environment, pictures)
  return drawn ? warnWithoutEffect(environment, tenant, options) : 2
}

type DrawnFormat = 'svg' | 'png' | 'pdf'

const isPicture = (format: DiagramFormat): format is DrawnFormat =>
  format === 'svg' || format === 'png' || format === 'pdf'

function isDrawnByBrowser(format: DiagramFormat, { renderer }: Pick<Look, 'renderer'>): format is DrawnFormat {
  return isPicture(format) && (format !== 'svg' || renderer === 'mermaid')
}

function pictureOf(format: DrawnFormat, file: string, traces: readonly Trace[], look: Look): Picture {
  const { audience, theme = 'light', renderer, folded } = look
  if (format !== 'svg' && renderer === 'authplan') return { file, format, svg: svgOf(traces, look) }
  const mermaid = renderMermaid(traces, { audience, theme, folded })
  return { file, format, mermaid, theme: theme === 'dark' ? 'dark' : 'default' }
}

function svgOf(traces: readonly Trace[], { audience, theme = 'light', folded }: Look): string {
  return sequenceSvgText(sessionDiagram(traces, { audience, folded }), drawingStyleOf(theme))
}

async function write(environment: Environment, drawn: string, format: string, to: string | undefined): Promise<void> {
  const text = outputText(format, drawn)
  if (to === undefined) environment.stdout(text)
  else await environment.writeFile(to, text)
}

function textOf(format: DiagramFormat, traces: readonly Trace[], look: Look): string {
  const { audience, theme, folded } = look
  if (format === 'svg') return svgOf(traces, look)
  if (format === 'plantuml') return renderPlantuml(traces, { audience, folded })
  const mermaid = renderMermaid(traces, { audience, folded, ...(theme === undefined ? {} : { theme }) }).trimEnd()
  return format === 'md' ? `\`\`\`mermaid\n${mermaid}\n\`\`\`\n` : `${mermaid}\n`
}

/** `-o` names its format by the ending of the file; what a browser draws is never written to a terminal. */
function targetsOf(
  options: DiagramCommandOptions,
  look: Pick<Look, 'renderer'>,
): readonly FormatTarget<DiagramFormat>[] {
  const { format, output = [] } = options
  const files = output.map((file) => {
    const known = endings[file.slice(file.lastIndexOf('.') + 1).toLowerCase()]
    if (known === undefined)
      throw usageProblem(
        `cannot infer the format of \`${file}\``,
        'use the extension .mmd, .puml, .md, .svg, .png or .pdf',
      )
    return { format: known, file }
  })
  // The endings of files are accepted as names of their formats.
  const named = format?.map((one) => one.replace(/^(?:mmd|puml)(?=:|$)/, (ending) => endings[ending] ?? ending))
  const usual = named === undefined && files.length > 0 ? [] : readFormats(named, formats, 'mermaid')
  const targets = [...usual, ...files]
  const picture = targets.find((target) => target.file === undefined && isDrawnByBrowser(target.format, look))
  if (picture !== undefined)
    throw usageProblem(`a ${picture.format} needs a file`, `write \`-o FILE.${picture.format}\``)
  if (look.renderer === 'mermaid' && !targets.some((target) => isPicture(target.format)))
    throw usageProblem('`--renderer` has no effect on text', 'add `-o FILE.svg`, or leave out `--renderer`')
  return targets
}
