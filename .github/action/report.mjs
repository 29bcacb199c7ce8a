// The report of a run as Markdown: for the summary of the job, and for the comment.

/** By this line the comment of an earlier run is found. */
export const marker = '<!-- authplan: report of a pull request -->'

const signs = { passed: '✅', failed: '❌', invalid: '⚠️' }

/** The first line of each section says how it ended; its details are folded. */
function sectionText({ title, said, details, failed, worthReading }) {
  const head = `### ${failed ? '❌' : worthReading ? 'ℹ️' : '✅'} ${title}: ${said}`
  if (details.trim() === '') return `${head}\n`
  return `${head}\n\n<details><summary>Details</summary>\n\n${details.trim()}\n\n</details>\n`
}

/** Plain output between fences that none of its lines can close. */
export function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return text.trim() === '' ? '' : `${fence}text\n${text.trimEnd()}\n${fence}`
}

/** The whole report. */
export function reportText(result, sections) {
  return [marker, `## ${signs[result]} authplan: ${result}`, '', ...sections.map(sectionText)].join('\n')
}

/** GitHub takes comments of so many characters. */
const mostCharacters = 65_536

/** The same, cut to what a comment can hold. */
export function commentText(report) {
  if (report.length <= mostCharacters) return report
  const end = '\n\n</details>\n\n_The rest is in the summary of the job._\n'
  return report.slice(0, mostCharacters - end.length).replace(/[\ud800-\udbff]$/, '') + end
}
