/** What the page does before it is printed: every part is drawn, and work that is under way is finished. */
export const printing: {
  now: boolean
  readonly listeners: (() => void)[]
  /** Each does a piece of work that is under way, and says whether there is more. */
  readonly underWay: Set<() => boolean>
} = { now: false, listeners: [], underWay: new Set() }

/** Draws every part that is not shown. Work that begins unasked is small enough to be waited for. */
export function drawForPrint(): void {
  printing.now = true
  for (const hear of printing.listeners) hear()
  for (const goOn of printing.underWay) while (goOn());
  printing.now = false
}
