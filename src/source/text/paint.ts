/** How to color the parts of a diagnostic; the caller decides whether to. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly place: (text: string) => string
  readonly gutter: (text: string) => string
  readonly help: (text: string) => string
}

const same = (text: string): string => text

/** No colors. */
export const plainPaint: Paint = { error: same, warning: same, place: same, gutter: same, help: same }

const sgr = (code: string) => (text: string) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`)

/** The 16 standard ANSI colors. */
export const ansiPaint: Paint = {
  error: sgr('1;31'),
  warning: sgr('1;33'),
  place: sgr('1'),
  gutter: sgr('34'),
  help: sgr('36'),
}
