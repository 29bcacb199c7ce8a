import { singleLine } from '../tables/single-line.ts'
import { escapeMarkup } from './svg-tree.ts'

/** What surrounds the content of every HTML file. */
export interface PageFrame {
  /** Plain text. */
  readonly title: string
  readonly style: string
  /** `sha256-...`, of exactly the style. */
  readonly styleHash: string
  /** What the content security policy admits beyond the style, a directive each. */
  readonly admits?: readonly string[]
  /** The product and its version, where the file says what made it. */
  readonly generator?: string
  /** Markup; every text in it has been escaped. */
  readonly body: string
}

/** A plain text as the content of an element or attribute. */
export const textMarkup = (raw: string): string => escapeMarkup(singleLine(raw))

/** A plain text that may contain names in any script, which then cannot reorder what surrounds them. */
export const isolatedMarkup = (raw: string): string => `<bdi>${textMarkup(raw)}</bdi>`

/** An HTML file that needs nothing beside itself: it loads nothing, and only what its policy admits runs. */
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
