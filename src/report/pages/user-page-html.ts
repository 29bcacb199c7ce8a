import { htmlPage, isolatedMarkup as named } from '../drawing/html-frame.ts'
import { listed } from '../wording/phrasing.ts'
import type { PageBundle } from './html.ts'
import type { UserPage, UserSection } from './user-pages.ts'

/** A page for the people who use a client: no script, nothing to load, and it prints on a sheet. */
export function renderUserPageHtml(
  { title, note, sections }: UserPage,
  { style, styleHash }: Pick<PageBundle, 'style' | 'styleHash'>,
): string {
  const about = note === undefined ? '' : `\n<p class="about">${named(note)}</p>`
  return htmlPage({
    title,
    style,
    styleHash,
    body: `<main class="help-page">
<h1>${named(title)}</h1>${about}
${sections.map(sectionHtml).join('\n')}
</main>`,
  })
}

function sectionHtml({ people, about, answer, more }: UserSection): string {
  const lines = more.map((line) => `<li>${named(line)}</li>`)
  return `<section>
<h2>${named(listed(people))}</h2>
<p class="about">${named(about)}:</p>
<p class="answer">${named(answer)}</p>${lines.length === 0 ? '' : `\n<ul>${lines.join('')}</ul>`}
</section>`
}
