/** How to color the parts of a terminal report; color is never the only indication. */
export interface ReportPaint {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly open: (text: string) => string
  readonly rule: (text: string) => string
}

const same = (text: string): string => text

/** No colors. */
export const plainReport: ReportPaint = { strong: same, faint: same, good: same, bad: same, open: same, rule: same }

const sgr = (code: string) => (text: string) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`)

/** The 16 standard ANSI colors. */
export const coloredReport: ReportPaint = {
  strong: sgr('1'),
  faint: sgr('2'),
  good: sgr('32'),
  bad: sgr('31'),
  open: sgr('33'),
  rule: sgr('36'),
}
