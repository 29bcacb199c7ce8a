import { htmlPage, textMarkup } from '../drawing/html-frame.ts'
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

/** Nothing may be loaded or connected to; only this very program runs, and no text can become markup. */
export const admittedBy = (scriptHash: string, reloads: boolean): readonly string[] => [
  `script-src '${scriptHash}'`,
  ...(reloads ? ["connect-src 'self'"] : []),
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

/** The report as one HTML file that needs nothing beside itself. */
export function renderHtml({ title, bundle, data }: HtmlReport): string {
  return htmlPage({
    title: `${title} · authplan`,
    style: bundle.style,
    styleHash: bundle.styleHash,
    admits: admittedBy(bundle.scriptHash, data.reloadFrom !== undefined),
    generator: `authplan ${data.product}`,
    body: `<noscript><p class="no-script">${textMarkup(title)}: this report evaluates the plan in your browser and requires scripts. It loads nothing and connects to nothing.</p></noscript>
<div id="app"></div>
<script type="application/json" id="authplan-data">${embeddedJson(data)}</script>
<script>${bundle.script}</script>`,
  })
}
