import { escapeMarkup } from '../drawing/svg-tree.ts'
import { singleLine } from '../tables/single-line.ts'
import { embeddedJson, type PageData } from './page-data.ts'

/** The browser program of the report, as the build bundles it, with the hashes by which a page admits it. */
export interface PageBundle {
  readonly script: string
  /** `sha256-...`, of exactly this text. */
  readonly scriptHash: string
  readonly style: string
  readonly styleHash: string
}

/** One page: its title, what it carries, and the program that shows it. */
export interface HtmlReport {
  readonly title: string
  readonly bundle: PageBundle
  readonly data: PageData
}

/** Nothing may be loaded or connected to; only this very program and style run, and no text can become markup. */
function policyOf({ scriptHash, styleHash }: PageBundle, reloads: boolean): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    ...(reloads ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** The report as one HTML file that needs nothing beside itself. */
export function renderHtml({ title, bundle, data }: HtmlReport): string {
  const name = escapeMarkup(singleLine(title))
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(bundle, data.reloadFrom !== undefined)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="authplan ${escapeMarkup(data.product)}">
<title>${name} · authplan</title>
<style>${bundle.style}</style>
</head>
<body>
<noscript><p class="no-script">${name}: this report evaluates the plan in your browser and requires scripts. It loads nothing and connects to nothing.</p></noscript>
<div id="app"></div>
<script type="application/json" id="authplan-data">${embeddedJson(data)}</script>
<script>${bundle.script}</script>
</body>
</html>
`
}
