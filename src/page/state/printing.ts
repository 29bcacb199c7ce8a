/** What the page does before it is printed: every part is drawn, and work that is under way is finished. */
export const printing: {
  now: boolean
  readonly listeners: (() => void)[]
  /** Each does a piece of work that is under way, and says whether there is more. */
  readonly underWay: Set<() => boolean>
} = { now: false, listeners: [], underWay: new Set() }

/** How long anyone waits for the print preview, in milliseconds. */
const patience = 4_000

/** Draws every part that is not shown; what takes too long stays unfinished, and its place stays empty. */
export function drawForPrint(): void {
  const until = performance.now() + patience
  printing.now = true
  for (const hear of printing.listeners) hear()
  for (const goOn of printing.underWay) while (performance.now() < until && goOn());
  printing.now = false
}
