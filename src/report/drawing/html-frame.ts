import { singleLine } from '../tables/single-line.ts'
import { escapeMarkup } from './svg-tree.ts'

/** The parts of an HTML file other than its content. */
export interface PageFrame {
  /** Plain text. */
  readonly title: string
  readonly style: string
  /** `sha256-...` of exactly the style. */
  readonly styleHash: string
  /** Additional directives of the content security policy. */
  readonly admits?: readonly string[]
  /** The product and its version, if the file states its generator. */
  readonly generator?: string
  /** Markup in which all text is already escaped. */
  readonly body: string
}

/** A plain text as the content of an element or attribute. */
export const textMarkup = (raw: string): string => escapeMarkup(singleLine(raw))

/** A plain text that may contain names in any script, isolated so that it cannot reorder the surrounding text. */
export const isolatedMarkup = (raw: string): string => `<bdi>${textMarkup(raw)}</bdi>`

/** A self-contained HTML file: it loads nothing, and only runs what its policy allows. */
export function htmlPage({ title, style, styleHash, admits = [], generator, body }: PageFrame): string {
  const policy = ["default-src 'none'", `style-src '${styleHash}'`, ...admits, "base-uri 'none'", "form-action 'none'"]
  const made = generator === undefined ? '' : `\n<meta name="generator" content="${textMarkup(generator)}">`
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">${made}
<title>${textMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}
