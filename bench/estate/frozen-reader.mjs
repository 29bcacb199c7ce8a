// The reader of CSV files as it was when the targets were set, frozen: what a run takes is measured in times of it.
var quote = 34
var newline = 10
var carriageReturn = 13
var longestRow = 1024 * 1024
function lineCount(text) {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
function quotedRowEnd(text, start, delimiter) {
  let quoted = false
  let fieldStart = start
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code !== quote) continue
      if (text.charCodeAt(at + 1) === quote) at += 1
      else quoted = false
    } else if (code === quote && at === fieldStart) quoted = true
    else if (code === delimiter) fieldStart = at + 1
    else if (code === newline) return at
  }
  return -1
}
function closingQuote(text, start) {
  let at = text.indexOf('"', start)
  while (at !== -1 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2)
  return at
}
function quotedFields(text, delimiter, problem) {
  const fields = []
  let start = 0
  for (;;) {
    const opened = text.charCodeAt(start) === quote
    const closed = opened ? closingQuote(text, start + 1) : -1
    if (opened && closed === -1) problem({ problem: 'unclosed', at: start })
    const after = opened ? (closed === -1 ? text.length : closed + 1) : start
    const next = text.indexOf(delimiter, after)
    const end = next === -1 ? text.length : next
    if (opened && end > after && text.slice(after, end).trim() !== '')
      problem({ problem: 'text-after-quote', at: after })
    const inner = opened
      ? text.slice(start + 1, closed === -1 ? void 0 : closed).replaceAll('""', '"')
      : text.slice(start, end)
    if (!opened && inner.includes('"')) problem({ problem: 'quote-in-field', at: start + inner.indexOf('"') })
    fields.push(inner)
    if (next === -1) return fields
    start = next + 1
  }
}
function countOf(text, delimiter) {
  let count = 1
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) count += 1
  return count
}
function rowOf(scan, text, problem) {
  const { line, delimiter } = scan
  if (!text.includes('"')) return { text, line, delimiter, count: countOf(text, delimiter) }
  const found = []
  const quoted = quotedFields(text, delimiter, (one) => found.push(one))
  const row = { text, line, delimiter, count: quoted.length, quoted }
  for (const one of found) problem(row, one)
  return row
}
function scanCsv(scan, piece, last, take, problem) {
  const text = scan.rest + piece
  const delimiter = scan.delimiter.charCodeAt(0)
  let start = 0
  let nextQuote = text.indexOf('"')
  while (start < text.length) {
    let end = text.indexOf('\n', start)
    if (nextQuote !== -1 && nextQuote < start) nextQuote = text.indexOf('"', start)
    const quoted = nextQuote !== -1 && (end === -1 || nextQuote < end)
    if (quoted) {
      const whole = quotedRowEnd(text, start, delimiter)
      const hopeless = whole === -1 && (last || text.length - start > longestRow)
      end = hopeless ? end : whole
    }
    if (end === -1 && !last) break
    const stop = end === -1 ? text.length : end
    const row = text.slice(start, text.charCodeAt(stop - 1) === carriageReturn && stop > start ? stop - 1 : stop)
    if (row !== '') take(rowOf(scan, row, problem))
    scan.line += quoted ? lineCount(row) + 1 : 1
    start = stop + 1
  }
  scan.rest = text.slice(start)
}

function csvFields({ text, delimiter, quoted }) {
  return quoted ?? text.split(delimiter)
}

export { csvFields, scanCsv }
