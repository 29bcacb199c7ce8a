import { escapeMarkup } from '../drawing/svg-tree.ts'
import { singleLine } from '../tables/single-line.ts'
import { listed } from '../wording/phrasing.ts'
import type { PageBundle } from './html.ts'
import type { UserPage, UserSection } from './user-pages.ts'

const text = (raw: string): string => escapeMarkup(singleLine(raw))
const named = (raw: string): string => `<bdi>${text(raw)}</bdi>`

/** A page for the people who use a client: no script, nothing to load, and it prints on a sheet. */
export function renderUserPageHtml(
  page: UserPage,
  { style, styleHash }: Pick<PageBundle, 'style' | 'styleHash'>,
): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${text(page.title)}</title>
<style>${style}</style>
</head>
<body>
<main class="help-page">
<h1>${named(page.title)}</h1>${page.note === undefined ? '' : `\n<p class="about">${named(page.note)}</p>`}
${page.sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`
}

function sectionHtml({ people, about, answer, more }: UserSection): string {
  const lines = more.map((line) => `<li>${named(line)}</li>`)
  return `<section>
<h2>${named(listed(people))}</h2>
<p class="about">${named(about)}:</p>
<p class="answer">${named(answer)}</p>${lines.length === 0 ? '' : `\n<ul>${lines.join('')}</ul>`}
</section>`
}
