/** The command of the server: the one of the settings, otherwise the authplan in the project; undefined where there is none. */
exports.serverOf = (folder, configured, exists, join) => {
  const [command, ...args] = configured
  if (command !== undefined) return { command, args }
  const program = join(folder, 'node_modules', 'authplan', 'dist', 'cli', 'main.cjs')
  return exists(program) ? { command: 'node', args: [program, 'lsp', '--stdio'] } : undefined
}
