import { drawingStyle } from '../../report/drawing/drawing-style.ts'

/** Gives every drawing of the page its colors. */
export function adoptDrawingStyle(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(drawingStyle)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
